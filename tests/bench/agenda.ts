/** Does things at their time and in the order of their times; those for the same time in the order they were asked for. */
export interface Agenda {
  at(time: number, deed: () => void): void;
}

export function agenda(now: () => number): Agenda {
  const entries: { readonly time: number; readonly deed: () => void }[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  function wait(): void {
    clearTimeout(timer);
    const [first] = entries;
    if (first) timer = setTimeout(work, Math.max(0, first.time - now()));
  }
  function work(): void {
    for (let first = entries[0]; first && first.time <= now(); first = entries[0]) {
      entries.shift();
      first.deed();
    }
    wait();
  }
  return {
    at(time, deed) {
      const place = entries.findIndex((entry) => entry.time > time);
      entries.splice(place < 0 ? entries.length : place, 0, { time, deed });
      if (entries[0]?.deed === deed) wait();
    },
  };
}
