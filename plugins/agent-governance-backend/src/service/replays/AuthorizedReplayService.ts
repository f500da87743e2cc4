import { PermissionsService } from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  ListReplayFlipsOptions,
  ListReplaysOptions,
  Page,
  policyReplayPermission,
  Replay,
  ReplayFlips,
  StartReplayInput,
  WaitForReplayOptions,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { toReplayMarkdown } from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { decodeCursor, encodeCursor } from '../../store/cursor';
import { StoredReplay } from '../../store/ReplayStore';
import { PersonCaller } from '../Caller';
import { parseLimit } from '../input/parseLimit';
import { PeopleDirectory } from '../types';
import { CallerView, ViewSources } from '../visibility/CallerView';
import {
  DefaultReplayService,
  hasEnded,
  reportOf,
} from './DefaultReplayService';
import { ReplayFlipReader } from './ReplayFlipReader';
import { ReplayService } from './ReplayService';
import { replayStarter } from './replayStarter';

/** As what somebody sees a replay: who made it, who reads the whole record, or for whom the portal made it. */
type SeenAs = 'creator' | 'auditor' | 'audience';

const SAMPLES = 20;

interface Options {
  replays: DefaultReplayService;
  permissions: PermissionsService;
  people: PeopleDirectory;
  sources: ViewSources;
}

/**
 * Lets people try drafts who may, over what they may read, and shows a replay to who made it and to auditors: its counts
 * are of what its maker may read, and somebody else might learn from them (invariant 14). One that the portal made is
 * seen by its audience, with the names hidden that they may not read.
 */
export class AuthorizedReplayService implements ReplayService {
  readonly #options: Options;
  readonly #flips: ReplayFlipReader;

  static create(options: Options) {
    return new AuthorizedReplayService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
    this.#flips = ReplayFlipReader.create(options);
  }

  async start(
    input: StartReplayInput,
    { caller }: { caller: PersonCaller },
  ): Promise<Replay> {
    await this.#assertMayReplay(caller);
    const replay = await this.#options.replays.start(
      input,
      replayStarter(caller, this.#options.sources),
    );
    return toReplay(replay, 'creator');
  }

  async list(
    query: ListReplaysOptions,
    { caller }: { caller: PersonCaller },
  ): Promise<Page<Replay>> {
    const isAuditor = await this.#viewOf(caller).isAuditor();
    if (!isAuditor) {
      await this.#assertMayReplay(caller);
    }
    const limit = parseLimit(query.limit);
    const rows = await this.#options.replays.list({
      ...(isAuditor ? {} : { createdBy: caller.ref }),
      state: query.state,
      before:
        query.cursor === undefined
          ? undefined
          : decodeCursor(query.cursor).after,
      limit: limit + 1,
    });
    const items = rows
      .slice(0, limit)
      .map(replay =>
        toReplay(
          replay,
          replay.createdBy === caller.ref ? 'creator' : 'auditor',
        ),
      );
    return rows.length > limit
      ? {
          items,
          nextCursor: encodeCursor({
            after: items[items.length - 1].id,
            order: 'newest',
          }),
        }
      : { items };
  }

  async get(
    id: string,
    options: WaitForReplayOptions & {
      caller: PersonCaller;
      signal?: AbortSignal;
    },
  ): Promise<Replay> {
    const { caller, waitSeconds = 0, revision, signal } = options;
    const { replay, seenAs } = await this.#see(id, caller);
    const now =
      waitSeconds > 0
        ? await this.#options.replays.wait(replay, {
            waitSeconds,
            revision,
            signal,
          })
        : replay;
    return this.#show(now ?? noSuchReplay(id), seenAs, caller);
  }

  async cancel(
    id: string,
    { caller }: { caller: PersonCaller },
  ): Promise<Replay> {
    const { seenAs } = await this.#see(id, caller);
    if (seenAs !== 'creator') {
      throw new NotAllowedError('Only who started a replay cancels it');
    }
    const replay = await this.#options.replays.cancel(id);
    return toReplay(replay ?? noSuchReplay(id), seenAs);
  }

  async listFlips(
    id: string,
    query: ListReplayFlipsOptions,
    { caller }: { caller: PersonCaller },
  ): Promise<ReplayFlips> {
    const { replay } = await this.#see(id, caller);
    return this.#flips.page(replay, query, caller);
  }

  async markdown(
    id: string,
    { caller }: { caller: PersonCaller },
  ): Promise<string> {
    const { replay, seenAs } = await this.#see(id, caller);
    const report = reportOf(replay);
    const shown = await this.#show({ ...replay, report }, seenAs, caller);
    const { items } = await this.#flips.page(
      replay,
      { limit: SAMPLES },
      caller,
    );
    return toReplayMarkdown(
      { ...shown, report: shown.report ?? report },
      items,
    );
  }

  /** @throws NotFoundError for one that is not there, and for one that the caller may not see */
  async #see(
    id: string,
    caller: PersonCaller,
  ): Promise<{ replay: StoredReplay; seenAs: SeenAs }> {
    const replay = await this.#options.replays.get(id);
    if (!replay) {
      return noSuchReplay(id);
    }
    if (replay.createdBy === caller.ref) {
      await this.#assertMayReplay(caller);
      return { replay, seenAs: 'creator' };
    }
    if (replay.audience && (await this.#isAmong(replay.audience, caller))) {
      return { replay, seenAs: 'audience' };
    }
    return (await this.#viewOf(caller).isAuditor())
      ? { replay, seenAs: 'auditor' }
      : noSuchReplay(id);
  }

  async #isAmong(audience: string[], { ref }: PersonCaller): Promise<boolean> {
    const refs = new Set(await this.#options.people.refsOf(ref));
    return audience.some(one => one === ref || refs.has(one));
  }

  async #show(
    replay: StoredReplay,
    seenAs: SeenAs,
    caller: PersonCaller,
  ): Promise<Replay> {
    const shown = toReplay(replay, seenAs);
    return seenAs === 'audience'
      ? { ...(await this.#viewOf(caller).mask(shown)), id: shown.id }
      : shown;
  }

  #viewOf(caller: PersonCaller): CallerView {
    const { sources } = this.#options;
    return CallerView.create({ sources, caller, operation: 'replays' });
  }

  async #assertMayReplay({ credentials }: PersonCaller): Promise<void> {
    const [decision] = await this.#options.permissions.authorize(
      [{ permission: policyReplayPermission }],
      { credentials },
    );
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `You may not replay: the portal's permission policy does not allow you ${policyReplayPermission.name}`,
      );
    }
  }
}

function noSuchReplay(id: string): never {
  throw new NotFoundError(`There is no replay '${id}' that you may see`);
}

function toReplay(replay: StoredReplay, seenAs: SeenAs): Replay {
  const { audience, baseDigest, total, done, ...shown } = replay;
  return {
    ...shown,
    progress: { total: total ?? 0, done },
    mayCancel: seenAs === 'creator' && !hasEnded(replay),
  };
}
