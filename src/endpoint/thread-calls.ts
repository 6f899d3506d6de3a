import type { MessagePort, Transferable, Worker } from "node:worker_threads";
import type { LetterWriter } from "./letter-writer.ts";

type Method = keyof LetterWriter;
type Question = { readonly number: number; readonly method: Method; readonly details: readonly unknown[] };
type Answer = { readonly number: number; readonly outcome: unknown; readonly failed: boolean };

/** The same promises as `LetterWriter`, kept by another thread. */
export type DistantWriter = {
  readonly [M in Method]: (...details: Parameters<LetterWriter[M]>) => Promise<ReturnType<LetterWriter[M]>>;
};

/** Says on the worker's side that it is open, then answers one call after the other until `close`. */
export function answerCalls(port: MessagePort, writer: LetterWriter): void {
  port.on("message", ({ number, method, details }: Question) => {
    port.postMessage(answerTo(number, () => (writer[method] as (...all: readonly unknown[]) => unknown)(...details)));
    if (method === "close") port.close();
  });
  port.postMessage("open");
}

function answerTo(number: number, act: () => unknown): Answer {
  try {
    return { number, outcome: act(), failed: false };
  } catch (error) {
    return { number, outcome: error, failed: true }; // thrown again on the side that asked
  }
}

/** Asks the writer in a worker. When the worker dies, every open and later call fails with what killed it. */
export function distantWriter(worker: Worker): DistantWriter {
  const open = new Map<number, PromiseWithResolvers<unknown>>();
  let last = 0;
  let dead: Error | null = null;

  worker.on("message", (answer: Answer | "open") => {
    if (answer === "open") return;
    const call = open.get(answer.number);
    open.delete(answer.number);
    if (answer.failed) call?.reject(answer.outcome);
    else call?.resolve(answer.outcome);
  });
  const die = (error: Error) => {
    dead ??= error;
    for (const call of open.values()) call.reject(dead);
    open.clear();
  };
  worker.on("error", die);
  worker.on("exit", () => die(new Error("The writer has ended.")));

  return {
    keepAll: (arrivals) => ask("keepAll", [arrivals], memoryOf(arrivals)),
    acknowledge: (...details) => ask("acknowledge", details),
    ready: () => ask("ready", []),
    close: () => ask("close", []),
  };

  function ask<M extends Method>(method: M, details: readonly unknown[], moved: readonly Transferable[] = []) {
    const call = Promise.withResolvers<unknown>();
    if (dead !== null) call.reject(dead);
    else {
      last += 1;
      open.set(last, call);
      worker.postMessage({ number: last, method, details } satisfies Question, moved);
    }
    return call.promise as Promise<ReturnType<LetterWriter[M]>>;
  }
}

/** The letters' bytes are handed over, not copied: the sender does not read them again. */
function memoryOf(arrivals: Parameters<LetterWriter["keepAll"]>[0]): readonly ArrayBuffer[] {
  const pieces = arrivals.flatMap((arrival) => arrival.letters.map((letter) => letter.age.buffer));
  return [...new Set(pieces)]; // the letters of one submission may share one
}
