import { describe, expect, it } from "vitest";
import { idOf, onTheRoad, paperWith, receiptFor } from "./paper.ts";
import { answer } from "./replies.ts";

describe("a courier on a Connect point's tablet", () => {
  const refusal = () => answer(401, { refusal: "notAllowed" });
  function paperFromPoint() {
    const paper = paperWith(1);
    paper.fromPoint.add(idOf(0));
    return paper;
  }

  it("shows the tablet's token with a report that was written there", async () => {
    const { driver, shown } = onTheRoad(paperFromPoint(), { tokens: ["badge"] });
    expect(await driver.deliver()).toMatchObject({ received: 1 });
    expect(shown).toEqual(["badge"]);
  });

  it("shows none, and does not even look for one, with a report that somebody wrote for themselves", async () => {
    const { driver, shown, asked } = onTheRoad(paperWith(1), { tokens: ["badge"] });
    expect(await driver.deliver()).toMatchObject({ received: 1 });
    expect([shown, asked()]).toEqual([[null], 0]);
  });

  it("sends without one when the enrolment is gone", async () => {
    const { driver, shown } = onTheRoad(paperFromPoint(), { tokens: [null] });
    expect(await driver.deliver()).toMatchObject({ received: 1 });
    expect(shown).toEqual([null]);
  });

  it("F26: holds the report and says so when the token was revoked", async () => {
    const paper = paperFromPoint();
    const { driver, refused } = onTheRoad(paper, { tokens: ["badge"], reply: refusal });
    expect(await driver.deliver()).toMatchObject({ held: 1 });
    expect(refused).toEqual(["badge"]);
  });

  it("tries once more when the token was changed in another window while it was out", async () => {
    const reply = (id: string, token: string | null) => (token === "new badge" ? receiptFor(id) : refusal());
    const { driver, shown, refused } = onTheRoad(paperFromPoint(), { tokens: ["badge", "new badge"], reply });
    expect(await driver.deliver()).toMatchObject({ received: 1, held: 0 });
    expect([shown, refused]).toEqual([["badge", "new badge"], []]);
  });

  it("F17: takes no café's word for it that the token was revoked", async () => {
    const reply = () => answer(401, "<h1>Sign in to the WiFi</h1>");
    const { driver, refused } = onTheRoad(paperFromPoint(), { tokens: ["badge"], reply });
    expect(await driver.deliver()).toMatchObject({ held: 0, waiting: 1 });
    expect(refused).toEqual([]);
  });
});
