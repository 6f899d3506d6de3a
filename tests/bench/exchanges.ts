/** One request and its answer as they crossed the line. Times are by the clock, in ms; bytes include the headers. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly askedAt: number;
  /** The first byte of the answer; null when none came. */
  readonly answeredAt: number | null;
  /** The last byte so far. */
  readonly doneAt: number;
  readonly up: number;
  readonly down: number;
}

type Counted = { -readonly [Field in keyof Exchange]: Exchange[Field] };

/** Tells the exchanges of one HTTP/1.1 connection apart: a request begins with the first byte after an answer. */
export function exchangesOf(onEnd: (exchange: Exchange) => void) {
  let current: Counted | null = null;
  function close(): void {
    if (current) onEnd(current);
    current = null;
  }
  return {
    asked(bytes: Buffer, at: number): void {
      if (!current || current.answeredAt !== null) {
        close();
        const [method = "", path = ""] = bytes.subarray(0, 400).toString("latin1").split(" ", 2);
        current = { method, path, askedAt: at, answeredAt: null, doneAt: at, up: 0, down: 0 };
      }
      current.up += bytes.length;
    },
    answered(bytes: number, at: number): void {
      if (!current) return;
      current.answeredAt ??= at;
      current.doneAt = at;
      current.down += bytes;
    },
    close,
    /** The one that is not known to have ended. */
    underWay: (): readonly Exchange[] => (current ? [current] : []),
  };
}

/** The most exchanges that were waiting for their answer at the same time. */
export function mostSideBySide(exchanges: readonly Exchange[]): number {
  const changes = exchanges.flatMap(({ askedAt, answeredAt }) => [
    { at: askedAt, by: 1 },
    { at: answeredAt ?? Number.POSITIVE_INFINITY, by: -1 },
  ]);
  changes.sort((a, b) => a.at - b.at || a.by - b.by);
  let open = 0;
  return Math.max(0, ...changes.map(({ by }) => (open += by)));
}
