import { createServer, type Socket, connect as toServer } from "node:net";
import { agenda } from "./agenda.ts";
import { type Exchange, exchangesOf } from "./exchanges.ts";

/**
 * A program: `node relay.ts <port of the server>`. Stands between a browser and a server as a phone's network would, for
 * pages and service workers alike: one rate each way for all connections, a round trip, the round trips that TCP and TLS
 * need before the first request, and slow start. Told what to do over IPC; see `line.ts`.
 */

/** How a network behaves. */
export interface Shape {
  readonly roundTripMs: number;
  readonly downBitsPerMs: number;
  readonly upBitsPerMs: number;
}

export type Order =
  | { readonly kind: "shape"; readonly shape: Shape | null }
  /** Nobody answers any more: connections are refused. */
  | { readonly kind: "cut" }
  | { readonly kind: "mend" }
  /** What crossed since the last time this was asked. */
  | { readonly kind: "tally" };

export interface Tally {
  readonly exchanges: readonly Exchange[];
}

const segment = 1460; // what a packet carries on an Ethernet path
const packet = 1500; // what it weighs there
const firstFlight = 10 * segment; // RFC 6928
const setUpRoundTrips = 2; // TCP, then TLS 1.3

const wireBits = (bytes: number) => bytes * (packet / segment) * 8;

interface Carried {
  readonly browser: Socket;
  readonly server: Socket;
  readonly waiting: Buffer[];
  readonly exchanges: ReturnType<typeof exchangesOf>;
  inFlight: number;
  window: number;
  ended: boolean;
}

const port = Number(process.argv[2]);
const later = agenda(() => performance.now());
const open = new Set<Carried>();
let shape: Shape | null = null;
let finished: Exchange[] = [];
let upFreeAt = 0;
let downBusy = false;

const entrance = createServer({ pauseOnConnect: false }, carry);

function carry(browser: Socket): void {
  const server = toServer(port, "127.0.0.1").setNoDelay(true);
  const exchanges = exchangesOf((exchange) => finished.push(exchange));
  const carried: Carried = { browser, server, waiting: [], exchanges, inFlight: 0, window: firstFlight, ended: false };
  open.add(carried);
  browser.setNoDelay(true);
  const readyAt = performance.now() + (shape ? setUpRoundTrips * shape.roundTripMs : 0);
  browser.on("data", (bytes) => {
    exchanges.asked(bytes, Date.now());
    upward(carried, bytes, readyAt);
  });
  server.on("data", (bytes) => {
    carried.waiting.push(bytes);
    downward();
  });
  server.on("end", () => {
    carried.ended = true;
    closeWhenEmpty(carried);
  });
  const forget = () => {
    exchanges.close();
    open.delete(carried);
    browser.destroy();
    server.destroy();
  };
  for (const socket of [browser, server]) socket.on("error", forget);
  browser.on("close", forget);
}

function upward({ server }: Carried, bytes: Buffer, readyAt: number): void {
  if (shape === null) return void server.write(bytes);
  const { upBitsPerMs, roundTripMs } = shape;
  later.at(Math.max(readyAt, performance.now()), () => {
    upFreeAt = Math.max(upFreeAt, performance.now()) + wireBits(bytes.length) / upBitsPerMs;
    later.at(upFreeAt + roundTripMs / 2, () => void (server.destroyed || server.write(bytes)));
  });
}

/** Sends one packet after the other, in turns among the connections whose window has room. */
function downward(): void {
  if (downBusy) return;
  const carried = [...open].find(({ waiting, inFlight, window }) => waiting.length > 0 && inFlight < window);
  const bytes = carried?.waiting.shift();
  if (!carried || !bytes) return;
  open.delete(carried);
  open.add(carried); // the last in the row now
  if (shape === null) {
    arrive(carried, bytes);
    return void later.at(0, downward);
  }
  const [now, rest] = [bytes.subarray(0, segment), bytes.subarray(segment)];
  if (rest.length > 0) carried.waiting.unshift(rest);
  const { downBitsPerMs, roundTripMs } = shape;
  const goneAt = performance.now() + wireBits(now.length) / downBitsPerMs;
  downBusy = true;
  carried.inFlight += now.length;
  later.at(goneAt, () => {
    downBusy = false;
    downward();
  });
  later.at(goneAt + roundTripMs / 2, () => arrive(carried, now));
  later.at(goneAt + roundTripMs, () => {
    carried.inFlight -= now.length;
    carried.window += now.length; // slow start; nothing is ever lost here, so it never ends
    closeWhenEmpty(carried);
    downward();
  });
}

function arrive(carried: Carried, bytes: Buffer): void {
  carried.exchanges.answered(bytes.length, Date.now());
  if (!carried.browser.destroyed) carried.browser.write(bytes);
}

function closeWhenEmpty({ ended, waiting, inFlight, browser }: Carried): void {
  if (ended && waiting.length === 0 && inFlight === 0) browser.end();
}

async function obey(order: Order): Promise<Tally | null> {
  switch (order.kind) {
    case "shape":
      shape = order.shape;
      return null;
    case "cut":
      for (const { browser } of open) browser.destroy();
      await new Promise((resolve) => entrance.close(resolve));
      return null;
    case "mend":
      if (!entrance.listening) await listen(entrancePort);
      return null;
    case "tally": {
      const exchanges = [...finished, ...[...open].flatMap((carried) => carried.exchanges.underWay())];
      finished = [];
      return { exchanges };
    }
  }
}

const listen = (at: number) => new Promise<void>((resolve) => entrance.listen(at, "127.0.0.1", resolve));

await listen(0);
const address = entrance.address();
const entrancePort = address instanceof Object ? address.port : 0;
process.on("message", ({ number, order }: { number: number; order: Order }) => {
  void obey(order).then((answer) => process.send?.({ number, answer }));
});
process.on("disconnect", () => process.exit());
process.send?.({ port: entrancePort });
