import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Exchange } from "./exchanges.ts";
import type { Order, Shape, Tally } from "./relay.ts";

/** The networks that figures are told for, as the peers in the design were measured. */
export const networks = {
  slow4g: { roundTripMs: 150, downBitsPerMs: 1_600, upBitsPerMs: 750 },
  slow3g: { roundTripMs: 400, downBitsPerMs: 400, upBitsPerMs: 400 },
} as const satisfies Record<string, Shape>;

/** A network to a server, in a process of its own so that nothing else that runs here can hold its packets up. */
export interface Line {
  /** What a browser is pointed to. */
  readonly origin: string;
  shape(shape: Shape | null): Promise<void>;
  cut(): Promise<void>;
  mend(): Promise<void>;
  /** What crossed since it was asked last. */
  tally(): Promise<readonly Exchange[]>;
  close(): void;
}

export async function lineTo(serverPort: number): Promise<Line> {
  const relay = fork(fileURLToPath(new URL("./relay.ts", import.meta.url)), [String(serverPort)]);
  const [{ port }] = (await once(relay, "message")) as [{ port: number }];
  const waiting = new Map<number, (answer: Tally | null) => void>();
  relay.on("message", ({ number, answer }: { number: number; answer: Tally | null }) => {
    waiting.get(number)?.(answer);
    waiting.delete(number);
  });
  let orders = 0;
  const tell = (order: Order) =>
    new Promise<Tally | null>((resolve) => {
      orders += 1;
      waiting.set(orders, resolve);
      relay.send({ number: orders, order });
    });
  return {
    origin: `http://localhost:${port}`,
    shape: async (shape) => void (await tell({ kind: "shape", shape })),
    cut: async () => void (await tell({ kind: "cut" })),
    mend: async () => void (await tell({ kind: "mend" })),
    tally: async () => (await tell({ kind: "tally" }))?.exchanges ?? [],
    close: () => relay.disconnect(),
  };
}
