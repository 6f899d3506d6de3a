/** Tells this page, the other ones and the service worker that something in the outbox changed. */
export interface Announcer {
  announce(): void;
  listen(callback: () => void): () => void;
  close(): void;
}

/** A thousand reports going out are not a thousand pages to draw. */
const gatherMs = 100;

export function announcer(channel: BroadcastChannel | null): Announcer {
  const listeners = new Set<() => void>();
  let gathering: ReturnType<typeof setTimeout> | null = null;
  let ours = false;
  const tell = () => {
    gathering = null;
    if (ours) channel?.postMessage("changed");
    ours = false;
    for (const listener of listeners) listener();
  };
  const gather = () => {
    if (gathering === null) gathering = setTimeout(tell, gatherMs);
  };
  if (channel) channel.onmessage = gather;
  return {
    announce() {
      ours = true;
      gather();
    },
    listen(callback) {
      listeners.add(callback);
      return () => void listeners.delete(callback);
    },
    close() {
      listeners.clear();
      if (gathering !== null) clearTimeout(gathering);
      if (ours) tell(); // the others still want to know
      channel?.close();
    },
  };
}
