import { describe, expect, it } from "vitest";
import { proseIn } from "./prose-checks.ts";
import { filesIn, textOf } from "./read-locales.ts";

const pages = ["src/app", "src/ui", "src/desk"]
  .flatMap((folder) => filesIn(folder, /\.tsx$/))
  .map((file) => ({ file }));

describe("the source of the pages", () => {
  it.each(pages)("holds no words in $file that a translator could not reach", ({ file }) => {
    expect(proseIn(textOf(file))).toEqual([]);
  });
});

describe("the search for words in pages, tried on pages that hold some", () => {
  it.each([
    [`<p>Hello</p>`, "Hello"],
    [`<p>{t("a")} and more</p>`, "and more"],
    [`<p>{"Hello"}</p>`, "Hello"],
    [`<p>{sent ? "Sent" : t("waiting")}</p>`, "Sent"],
    [`<p>{sent && \`Sent \${when}\`}</p>`, "Sent"],
    [`<img alt="A house" />`, "A house"],
    [`<button aria-label={open ? "Close" : t("open")} />`, "Close"],
    [`<input placeholder="Name" />`, "Name"],
    [`<a title={"Help"} />`, "Help"],
    [`<Field label="Name" />`, "Name"],
    [`<p>كلمة</p>`, "كلمة"],
  ])("finds them in %s", (source, words) => {
    expect(proseIn(source)).toEqual([words]);
  });

  it("passes over keys, classes, numbers and signs", () => {
    const page = `<p class="lead" dir="ltr" title={t("a.b")}>{t("report:list", { kind: "x" })}{" "}999 · {state === "sent" && <b />}</p>`;
    expect(proseIn(page)).toEqual([]);
  });
});
