import { Worker } from "node:worker_threads";
import { expect, it } from "vitest";
import { distantWriter } from "../../src/endpoint/thread-calls.ts";
import { arrivalFor } from "./letterbox-contract.ts";

it("tells every waiting report that the writer died, and every later one", async () => {
  const worker = new Worker("setTimeout(() => { throw new Error('out of memory') }, 50)", { eval: true });
  const writer = distantWriter(worker);
  await expect(writer.keepAll([arrivalFor(["police"])])).rejects.toThrow("out of memory");
  await expect(writer.ready()).rejects.toThrow("out of memory");
});
