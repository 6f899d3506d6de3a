import { afterEach, expect, it } from "vitest";
import { page } from "vitest/browser";
import { Form } from "../../src/app/point/Form.tsx";
import { catalogueOf, speaking, stage } from "./pages.tsx";

const here = stage();
afterEach(() => here.leave());

it("a worker's form whose work broke off says what to do, and can be sent again", async () => {
  const english = await speaking("en-GB", {}, await catalogueOf("en-GB"));
  let sent = 0;
  const onSubmit = async () => {
    sent++;
    if (sent === 1) throw new DOMException("the database was lost", "InvalidStateError");
    return null;
  };
  here.show(
    <Form title="Locked" submit="Open" onSubmit={onSubmit}>
      {() => null}
    </Form>,
    english,
  );
  const send = page.getByRole("button", { name: "Open" });
  await send.click();
  await page.getByText("That did not work. Close other windows of this app and try again.").click();
  await send.click();
  await expect.poll(() => here.place.textContent).not.toContain("Close other windows");
  expect(sent).toBe(2);
});
