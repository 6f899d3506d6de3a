import { expect, it } from "vitest";
import { type Exchange, exchangesOf, mostSideBySide } from "./exchanges.ts";

it("tells two requests over one connection apart, and counts what each sent and got", () => {
  const ended: Exchange[] = [];
  const connection = exchangesOf((exchange) => ended.push(exchange));
  connection.asked(Buffer.from("GET /a HTTP/1.1\r\n\r\n"), 10);
  connection.answered(1_460, 20);
  connection.answered(40, 30);
  connection.asked(Buffer.from("PUT /b HTTP/1.1\r\n\r\n"), 40);
  connection.asked(Buffer.from("the rest of it"), 41);
  connection.close();
  expect(ended).toEqual([
    { method: "GET", path: "/a", askedAt: 10, answeredAt: 20, doneAt: 30, up: 19, down: 1_500 },
    { method: "PUT", path: "/b", askedAt: 40, answeredAt: null, doneAt: 40, up: 33, down: 0 },
  ]);
});

it("knows how many waited for an answer at the same time", () => {
  const waited = (askedAt: number, answeredAt: number) => ({
    ...{ method: "PUT", path: "/", doneAt: answeredAt, up: 0, down: 0 },
    ...{ askedAt, answeredAt },
  });
  expect(mostSideBySide([])).toBe(0);
  expect(mostSideBySide([waited(0, 10), waited(10, 20)])).toBe(1);
  expect(mostSideBySide([waited(0, 10), waited(5, 20), waited(6, 7), waited(8, 9)])).toBe(3);
});
