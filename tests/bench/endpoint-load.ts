import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { connect, type Socket } from "node:net";

/** What one run of load came to. Latencies are from the first byte sent to the whole answer, in milliseconds. */
export interface Load {
  readonly answered: number;
  readonly refused: number;
  readonly seconds: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** Sends so many submissions over so many connections, each connection one after the other, as devices do. */
async function load(port: number, body: Buffer, submissions: number, connections: number): Promise<Load> {
  const latencies: number[] = [];
  let started = 0;
  let refused = 0;
  const began = performance.now();
  await Promise.all(Array.from({ length: connections }, device));
  const seconds = (performance.now() - began) / 1000;
  latencies.sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.min(latencies.length - 1, Math.floor(latencies.length * share))] ?? 0;
  return { answered: latencies.length - refused, refused, seconds, p50Ms: at(0.5), p99Ms: at(0.99) };

  async function device(): Promise<void> {
    const socket = connect(port, "127.0.0.1").setNoDelay(true);
    while (started < submissions) {
      started += 1;
      const sentAt = performance.now();
      socket.write(headFor(body.length));
      socket.write(body);
      if (!(await answer(socket)).startsWith("HTTP/1.1 200")) refused += 1;
      latencies.push(performance.now() - sentAt);
    }
    socket.destroy();
  }
}

function headFor(length: number): string {
  const id = randomBytes(16).toString("hex");
  return `PUT /v1/submissions/${id} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n`;
}

function answer(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = "";
    const onData = (chunk: Buffer) => {
      text += chunk.toString("latin1");
      const end = text.indexOf("\r\n\r\n");
      const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? Number.NaN);
      if (end >= 0 && text.length >= end + 4 + length) {
        socket.off("data", onData).off("error", reject);
        resolve(text);
      }
    };
    socket.on("data", onData).once("error", reject);
  });
}

const [port, bodyFile = "", submissions, connections] = process.argv.slice(2);
const outcome = await load(Number(port), readFileSync(bodyFile), Number(submissions), Number(connections));
process.stdout.write(JSON.stringify(outcome));
