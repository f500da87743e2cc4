import DataLoader from 'dataloader';

/** Each size of a group is a statement of its own. */
const MAX_TOGETHER = 32;

/**
 * Lets reads that are asked for in one turn of the event loop go to the database as one.
 *
 * A read begins after everybody who gets its answer has asked, and is never remembered: each caller sees what it would
 * have seen alone. An answer that is an error is every caller's.
 *
 * @param read - answers the keys in their order
 */
export function readTogether<K, V>(
  read: (keys: readonly K[]) => Promise<V[]>,
): (key: K) => Promise<V> {
  const loader = new DataLoader<K, V>(read, {
    cache: false,
    maxBatchSize: MAX_TOGETHER,
    batchScheduleFn: start => setImmediate(start),
  });
  return key => loader.load(key);
}

/** The same for a read that has one answer for everybody. */
export function readForAll<V>(read: () => Promise<V>): () => Promise<V> {
  const load = readTogether<true, V>(async keys => {
    const answer = await read();
    return keys.map(() => answer);
  });
  return () => load(true);
}
