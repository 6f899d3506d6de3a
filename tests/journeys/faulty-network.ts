import {
  request as ask,
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  type ServerResponse,
} from "node:http";

/** One request as it came by, and how it ended for the device. */
export interface Passed {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  readonly at: number;
  /** Null while it is under way, and for ever when the device got no answer. */
  status: number | null;
}

export interface Reply {
  readonly status: number;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string | Buffer;
}

/** What the network does with a request instead of passing it on. `pass` is the answer of the real endpoint. */
export type Fault = (request: Passed, pass: () => Promise<Reply>) => Promise<Reply | "drop">;

/** A network between a device and a real endpoint, that can be told to do what networks do. */
export interface FaultyNetwork {
  readonly origin: string;
  /** Every request since the start, in order. */
  readonly passed: readonly Passed[];
  /** The attempts to hand over a report. */
  deliveries(): readonly Passed[];
  /** Lets requests meet a fault from now on; the newest fault that wants a request gets it. */
  meet(wanted: (request: Passed) => boolean, fault: Fault): void;
  /** No answer to anything. */
  cut(): void;
  /** All faults end. */
  mend(): void;
  close(): Promise<void>;
}

export const anything = () => true;
export const deliveries = ({ method, path }: Passed) => method === "PUT" && path.startsWith("/v1/submissions/");

export async function faultyNetwork(endpoint: string): Promise<FaultyNetwork> {
  const passed: Passed[] = [];
  let faults: { wanted: (request: Passed) => boolean; fault: Fault }[] = [];
  const server = createServer((incoming, outgoing) => void carry(incoming, outgoing).catch(() => outgoing.destroy()));

  async function carry(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await textOf(incoming);
    const { method = "GET", url: path = "/", headers } = incoming;
    const request: Passed = { method, path, body: body.toString(), at: Date.now(), status: null };
    passed.push(request);
    const pass = () => answerOf(endpoint, { method, path, headers, body });
    const met = faults.findLast(({ wanted }) => wanted(request));
    const reply = met ? await met.fault(request, pass) : await pass();
    if (reply === "drop") return void outgoing.destroy();
    request.status = reply.status;
    outgoing.writeHead(reply.status, reply.headers).end(reply.body);
  }

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = address instanceof Object ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    passed,
    deliveries: () => passed.filter(deliveries),
    meet: (wanted, fault) => void faults.push({ wanted, fault }),
    cut: () => void faults.push({ wanted: anything, fault: async () => "drop" }),
    mend: () => {
      faults = [];
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

function answerOf(endpoint: string, { method, path, headers, body }: Asked): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const asked = ask(`${endpoint}${path}`, { method, headers, agent: false }, (answer) => {
      textOf(answer).then((bytes) => {
        const { "transfer-encoding": _chunks, connection: _connection, ...kept } = answer.headers;
        resolve({ status: answer.statusCode ?? 0, headers: kept, body: bytes });
      }, reject);
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

async function textOf(message: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of message) parts.push(part);
  return Buffer.concat(parts);
}

/** Holds requests back until it is told to let them go. */
export function gate(): { readonly fault: Fault; readonly held: () => number; open(): void } {
  let open = () => {};
  let held = 0;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const fault: Fault = async (_request, pass) => {
    held += 1;
    await opened;
    return pass();
  };
  return { fault, held: () => held, open };
}
