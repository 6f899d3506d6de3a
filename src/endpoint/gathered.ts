/** How much one batch may take, and how much may wait for the next ones before more is turned away. */
export interface BatchLimits {
  readonly inOneBatch: number;
  readonly waiting: number;
}

export interface Gathered<Item, Answer> {
  /** The answer after the item's batch is committed; `null` at once when too many wait already. */
  readonly ask: (item: Item) => Promise<Answer | null>;
  /** Settles when nothing waits or is being committed. */
  readonly finished: () => Promise<void>;
}

interface Asking<Item, Answer> extends PromiseWithResolvers<Answer> {
  readonly item: Item;
}

/**
 * Lets single askings share one commit: what arrives while a commit is under way forms the next batch, and each is
 * answered after its own batch, in its place.
 */
export function gathered<Item, Answer>(
  commit: (items: readonly Item[]) => Promise<readonly Answer[]>,
  limits: BatchLimits,
): Gathered<Item, Answer> {
  const waiting: Asking<Item, Answer>[] = [];
  let work: Promise<void> | null = null;

  async function commitWaiting(): Promise<void> {
    await nextTurn(); // the requests that the same turn of the loop still brings come along
    while (waiting.length > 0) await settle(waiting.splice(0, limits.inOneBatch), commit);
    work = null;
  }

  return {
    ask: (item) => {
      if (waiting.length >= limits.waiting) return Promise.resolve(null);
      const asking = { item, ...Promise.withResolvers<Answer>() };
      waiting.push(asking);
      work ??= commitWaiting();
      return asking.promise;
    },
    finished: async () => {
      await work;
    },
  };
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

async function settle<Item, Answer>(
  batch: readonly Asking<Item, Answer>[],
  commit: (items: readonly Item[]) => Promise<readonly Answer[]>,
): Promise<void> {
  try {
    const answers = await commit(batch.map((asking) => asking.item));
    for (const [place, asking] of batch.entries()) {
      const answer = answers[place];
      if (answer === undefined) asking.reject(new Error("A batch was answered in part."));
      else asking.resolve(answer);
    }
  } catch (error) {
    for (const asking of batch) asking.reject(error); // one failed commit failed for all of them
  }
}
