/** Something that is done at once when asked for, and then not again for a while, however often it is asked for. */
export interface NowAndThen {
  ask(): void;
  stop(): void;
}

/** Whatever was asked for in the while is done at its end, so that the last word always counts. */
export function nowAndThen(deed: () => void, whileMs: number): NowAndThen {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let asked = false;
  function act(): void {
    asked = false;
    timer = setTimeout(rested, whileMs);
    deed();
  }
  function rested(): void {
    timer = null;
    if (asked) act();
  }
  return {
    ask() {
      asked = true;
      if (timer === null) act();
    },
    stop() {
      if (timer !== null) clearTimeout(timer);
    },
  };
}
