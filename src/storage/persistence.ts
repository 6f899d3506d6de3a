export type Persistence = "persistent" | "bestEffort" | "unknown";

/** Some browsers never answer; nothing may wait for them longer than this. */
const noAnswerAfterMs = 3_000;

/**
 * Whether the browser promised not to clear our storage by itself; asks for that promise when `ask` is set, which shows
 * a question in some browsers. Never on the way to saving anything. `manager` is `navigator.storage`, where there is one.
 */
export async function persistence(ask: boolean, manager = storageManager()): Promise<Persistence> {
  if (typeof manager?.persisted !== "function") return "unknown";
  const promised = await answerOf(ask ? manager.persist() : manager.persisted());
  if (promised === null) return "unknown";
  return promised ? "persistent" : "bestEffort";
}

/** Bytes used and allowed, or null where the browser does not tell. */
export async function estimate(
  manager = storageManager(),
): Promise<{ readonly used: number; readonly quota: number } | null> {
  if (typeof manager?.estimate !== "function") return null;
  const told = await answerOf(manager.estimate());
  return told?.usage === undefined || told.quota === undefined ? null : { used: told.usage, quota: told.quota };
}

/** Absent in private windows of WebKit and outside secure contexts, whatever the types say. */
function storageManager(): StorageManager | undefined {
  return navigator.storage as StorageManager | undefined;
}

function answerOf<T>(asked: Promise<T>): Promise<T | null> {
  const giveUp = new Promise<null>((resolve) => setTimeout(() => resolve(null), noAnswerAfterMs));
  return Promise.race([asked.catch(() => null), giveUp]);
}
