import { setTimeout as sleep } from 'node:timers/promises';
import {
  DecisionHistory,
  DecisionKey,
  HistoryWindow,
} from '../../store/DecisionHistory';
import { ReplayBatch } from './thread/ReplayMessages';

/** How many decisions are found in one look at the index. */
const KEYS_AT_ONCE = 500;
/** How many are read whole at a time: what this process does without a break. */
const DOCUMENTS_AT_ONCE = 50;
/** Known policy sets before all are forgotten: there are few, unless somebody makes many. */
const KNOWN_SETS = 1_000;
/** What this process rests after reading, for each millisecond it took: live decisions come in between. */
const REST = 0.5;

interface Options {
  history: DecisionHistory;
  window: HistoryWindow;
  inScope: (key: DecisionKey) => boolean;
  /** Where to go on; absent: from the beginning. */
  after?: { at: string; id: string };
}

/** Recorded decisions with what they were made from, in their order and in small bites. */
export async function* replayBatches(
  options: Options,
): AsyncGenerator<ReplayBatch> {
  const { history, window, inScope } = options;
  /** Digests of the policy sets that were handed out. */
  const known = new Set<string>();
  let after = options.after;
  do {
    const from = after;
    const page = await restAfter(() =>
      history.page({ window, after: from, limit: KEYS_AT_ONCE }),
    );
    const keys = page.keys.filter(inScope);
    for (let at = 0; at < keys.length; at += DOCUMENTS_AT_ONCE) {
      const some = keys.slice(at, at + DOCUMENTS_AT_ONCE);
      yield await restAfter(() => readBatch(history, some, known));
    }
    after = page.next;
  } while (after);
}

/** The same, each read while the one before is being worked on. */
export async function* readAhead<T>(
  source: AsyncGenerator<T>,
): AsyncGenerator<T> {
  let next = source.next();
  try {
    for (;;) {
      const { done, value } = await next;
      if (done) {
        return;
      }
      next = source.next();
      // what goes wrong is heard when it is taken
      next.catch(() => {});
      yield value;
    }
  } finally {
    await source.return(undefined);
  }
}

async function readBatch(
  history: DecisionHistory,
  keys: DecisionKey[],
  known: Set<string>,
): Promise<ReplayBatch> {
  const forget = known.size > KNOWN_SETS;
  if (forget) {
    known.clear();
  }
  const sets = new Set(
    keys
      .map(({ policySetDigest }) => policySetDigest)
      .filter(digest => !known.has(digest)),
  );
  const documents = await history.documents([
    ...keys.map(({ factsDigest }) => factsDigest),
    ...sets,
  ]);
  const denied = keys.filter(({ verdict }) => verdict === 'deny');
  const records = await history.records(denied.map(({ id }) => id));
  sets.forEach(digest => known.add(digest));
  return {
    forget,
    items: keys.map(key => {
      const facts = documents.get(key.factsDigest);
      const record = records.get(key.id);
      return {
        ...key,
        ...(facts !== undefined && { facts }),
        ...(record !== undefined && { record }),
      };
    }),
    policySets: Object.fromEntries(
      [...sets].flatMap(digest => {
        const bytes = documents.get(digest);
        return bytes === undefined ? [] : [[digest, bytes]];
      }),
    ),
  };
}

/** Time that passed, and not work: where the database is elsewhere, it rests as well. */
async function restAfter<T>(read: () => Promise<T>): Promise<T> {
  const startedAt = performance.now();
  const result = await read();
  await sleep(Math.ceil((performance.now() - startedAt) * REST));
  return result;
}
