import {
  ListReplayFlipsOptions,
  ReplayFlip,
  ReplayFlips,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { decodeCursor, encodeCursor } from '../../store/cursor';
import { StoredFlip, StoredReplay } from '../../store/ReplayStore';
import { PersonCaller } from '../Caller';
import { parseLimit } from '../input/parseLimit';
import { CallerView, ViewSources } from '../visibility/CallerView';
import { DefaultReplayService } from './DefaultReplayService';

const BATCH = 200;
/** Then a page goes out short, with a cursor: nobody waits for what they may not see. */
const MAX_BATCHES = 10;
const SEQ = /^\d{1,9}$/;

/**
 * Flips, as far as somebody may see the decisions they are of: asked again now, since what may be read can have changed.
 */
export class ReplayFlipReader {
  readonly #replays: DefaultReplayService;
  readonly #sources: ViewSources;

  static create(options: {
    replays: DefaultReplayService;
    sources: ViewSources;
  }) {
    return new ReplayFlipReader(options);
  }

  private constructor(options: {
    replays: DefaultReplayService;
    sources: ViewSources;
  }) {
    this.#replays = options.replays;
    this.#sources = options.sources;
  }

  /** In the order of the decisions. */
  async page(
    replay: StoredReplay,
    query: ListReplayFlipsOptions,
    caller: PersonCaller,
  ): Promise<ReplayFlips> {
    const { cursor, limit: wanted, ...filter } = query;
    const limit = parseLimit(wanted);
    const view = CallerView.create({
      sources: this.#sources,
      caller,
      operation: 'replay-flips',
    });
    const found: StoredFlip[] = [];
    let after =
      cursor === undefined
        ? undefined
        : Number(decodeCursor(cursor, SEQ).after);
    let isLast = false;
    for (let batch = 0; batch < MAX_BATCHES && !isLast; batch++) {
      const rows = await this.#replays.flips({
        replayId: replay.id,
        filter,
        after,
        limit: BATCH,
      });
      isLast = rows.length < BATCH;
      after = rows[rows.length - 1]?.seq;
      found.push(...(await seen(view, ofPolicy(rows, filter.policy))));
      if (found.length > limit) {
        break;
      }
    }
    const page = found.slice(0, limit);
    const items = await view.mask(page.map(({ flip }) => flip));
    const goesOn = found.length > limit || !isLast;
    const next = found.length > limit ? page[page.length - 1].seq : after;
    const notKept = await this.#notKept(replay);
    return {
      items: items.map((flip, index) => restored(flip, page[index].flip)),
      ...(goesOn &&
        next !== undefined && {
          nextCursor: encodeCursor({ after: String(next), order: 'oldest' }),
        }),
      ...(notKept > 0 && { notKept }),
    };
  }

  async #notKept({ id, report }: StoredReplay): Promise<number> {
    if (!report) {
      return 0;
    }
    const all = report.loosened + report.tightened + report.checkpoint;
    return all - (await this.#replays.countFlips(id));
  }
}

function ofPolicy(rows: StoredFlip[], policy: string | undefined) {
  return policy === undefined
    ? rows
    : rows.filter(({ flip }) => flip.policies.includes(policy));
}

async function seen(
  view: CallerView,
  rows: StoredFlip[],
): Promise<StoredFlip[]> {
  if (rows.length === 0) {
    return rows;
  }
  const seenAs = await view.see(
    rows.map(({ flip: { decisionId, agentRef, targetRef } }) => ({
      id: decisionId,
      agentRef,
      targetRef,
    })),
  );
  const visible = rows.filter(({ flip }) => {
    const as = seenAs.get(flip.decisionId);
    return as !== undefined && as !== 'owner';
  });
  visible.forEach(({ flip }) => view.allow([flip.agentRef, flip.targetRef]));
  return visible;
}

/** Refs of the draft are the reader's own words, whether or not there is such an entity. */
function restored(masked: ReplayFlip, flip: ReplayFlip): ReplayFlip {
  return { ...masked, policies: flip.policies };
}
