import * as z from "zod/mini";

/** `covered`: a PIN can open it again. `signedOut`: it cannot. */
export type LockedHow = z.infer<typeof lockedHow>;
const lockedHow = z.enum(["covered", "signedOut"]);

/** Tells this page, the other ones and the service worker that something in the outbox changed, or that one was locked. */
export interface Announcer {
  announce(): void;
  listen(callback: () => void): () => void;
  /** Tells the other pages, at once, that the keys were dropped here. */
  announceLocked(how: LockedHow): void;
  /** Hears it from the other pages. */
  onLocked(callback: (how: LockedHow) => void): void;
  close(): void;
}

/** A thousand reports going out are not a thousand pages to draw. */
const gatherMs = 100;

export function announcer(channel: BroadcastChannel | null): Announcer {
  const listeners = new Set<() => void>();
  const lockListeners = new Set<(how: LockedHow) => void>();
  let gathering: ReturnType<typeof setTimeout> | null = null;
  let ours = false;
  let closed = false;
  const tell = () => {
    gathering = null;
    if (ours) channel?.postMessage("changed");
    ours = false;
    for (const listener of listeners) listener();
  };
  const gather = () => {
    if (gathering === null) gathering = setTimeout(tell, gatherMs);
  };
  if (channel) {
    channel.onmessage = ({ data }) => {
      const how = lockedHow.safeParse(data).data;
      if (how === undefined) return gather();
      for (const listener of lockListeners) listener(how);
    };
  }
  return {
    announce() {
      ours = true;
      gather();
    },
    listen(callback) {
      listeners.add(callback);
      return () => void listeners.delete(callback);
    },
    announceLocked(how) {
      if (!closed) channel?.postMessage(how);
    },
    onLocked: (callback) => void lockListeners.add(callback),
    close() {
      closed = true;
      listeners.clear();
      lockListeners.clear();
      if (gathering !== null) clearTimeout(gathering);
      if (ours) tell(); // the others still want to know
      channel?.close();
    },
  };
}
