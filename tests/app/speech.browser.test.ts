import { describe, expect, it } from "vitest";
import { speechIn } from "../../src/app/report/speech.ts";

describe("the languages that a page speaks", () => {
  it("are two when a second was fetched, and one again where both would be the same", async () => {
    const speech = speechIn("ar", {});
    await speech.speak("ar");
    await speech.speakBeside("en-GB");
    expect(speech.language()).toBe("ar");
    expect(speech.spoken().t("continue")).toBe("متابعة");
    expect(speech.spoken().beside?.language.tag).toBe("en-GB");
    expect(speech.spoken().beside?.t("continue")).toBe("Continue");
    await speech.speak("en-GB");
    expect(speech.spoken()).not.toHaveProperty("beside");
    await speech.speak("ar");
    expect(speech.spoken().beside?.language.tag).toBe("en-GB");
    await speech.speakBeside(null);
    expect(speech.spoken()).not.toHaveProperty("beside");
  });

  it("can be two before the page has all words of the first", async () => {
    const speech = speechIn("ar", { interface: { continue: "متابعة" } });
    await speech.speakBeside("en-GB");
    expect([speech.spoken().t("continue"), speech.spoken().beside?.t("back")]).toEqual(["متابعة", "Back"]);
  });

  it("come with a worker's prompts only while these are wanted", () => {
    const speech = speechIn("ar", {});
    expect(speech.spoken().prompts).toBeFalsy();
    speech.prompting(true);
    expect(speech.spoken().prompts).toBe(true);
    speech.prompting(false);
    expect(speech.spoken().prompts).toBeFalsy();
  });
});
