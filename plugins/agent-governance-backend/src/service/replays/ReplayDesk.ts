import { ConflictError } from '@backstage/errors';
import {
  PolicyDraft,
  ReplayScope,
  StartReplayInput,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { v7 as uuidv7 } from 'uuid';
import { PolicyDrafts } from '../../policies/PolicyDrafts';
import { CurrentPolicies } from '../../policies/PolicyIndexes';
import { DecisionHistory } from '../../store/DecisionHistory';
import {
  DraftedSet,
  ReplayStore,
  StoredReplay,
  VisibleEntities,
} from '../../store/ReplayStore';
import { parsePlainText } from '../input/parsePlainText';
import { parseReplayScope } from './parseReplayScope';
import { titleOfDraft } from './titleOfDraft';

/** Who starts a replay, and what they may know. */
export interface ReplayStarter {
  /** Entity ref. */
  ref: string;
  /** Which of these entities they may not read. */
  hiddenOf(refs: string[]): Promise<ReadonlySet<string>>;
  /** Those of all that they may read; `undefined` for who may read everything that was recorded. */
  visible(
    all: () => Promise<VisibleEntities>,
  ): Promise<VisibleEntities | undefined>;
}

interface Options {
  store: ReplayStore;
  history: DecisionHistory;
  policies: CurrentPolicies;
  drafts: PolicyDrafts;
  /** There is one more to run. */
  onQueued: () => void;
  now: () => Date;
}

/** Takes in replays: everything that can be wrong is said here, before anything is kept. */
export class ReplayDesk {
  readonly #options: Options;

  static create(options: Options) {
    return new ReplayDesk(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** For a person: over what they may read, and one at a time. See `ReplayService` for what it throws. */
  async start(
    input: StartReplayInput,
    starter: ReplayStarter,
  ): Promise<StoredReplay> {
    await this.#assertNoneUnderWay(starter.ref);
    const { history, now } = this.#options;
    const scope = parseReplayScope(input.scope, now());
    const title =
      input.title === undefined
        ? undefined
        : parsePlainText(input.title, { field: 'title', min: 1, max: 200 });
    const applied = await this.#apply(input.draft, starter);
    const visible = await starter.visible(() => history.subjects());
    return this.#queue({
      ...applied,
      title: title ?? titleOfDraft(applied.policies),
      scope,
      draft: input.draft,
      createdBy: starter.ref,
      ...(visible && { visible }),
    });
  }

  /** For the portal itself: over everything, to be seen by an audience. */
  async startFor(input: {
    title?: string;
    draft: PolicyDraft;
    scope: ReplayScope;
    /** Entity refs of people and groups. */
    audience: string[];
  }): Promise<StoredReplay> {
    const { draft, audience } = input;
    const scope = parseReplayScope(input.scope, this.#options.now());
    const applied = await this.#apply(draft);
    const title = input.title ?? titleOfDraft(applied.policies);
    return this.#queue({ ...applied, title, scope, draft, audience });
  }

  async #apply(draft: PolicyDraft, starter?: ReplayStarter) {
    const { policies, drafts } = this.#options;
    const base = await policies.current();
    const applied = await drafts.apply(draft, base, {
      ...(starter && { hiddenOf: refs => starter.hiddenOf(refs) }),
    });
    const known = new Set(base.policies.map(({ digest }) => digest));
    const added = applied.index.policies.filter(
      ({ digest }) => !known.has(digest),
    );
    const drafted: DraftedSet = {
      digest: applied.index.digest,
      manifest: applied.index.manifest,
      texts: Object.fromEntries(
        added.flatMap(({ digest }) => {
          const text = applied.index.textOf(digest);
          return text === undefined ? [] : [[digest, text]];
        }),
      ),
    };
    return { baseDigest: base.digest, policies: applied.policies, drafted };
  }

  async #queue(
    replay: Omit<Parameters<ReplayStore['insert']>[0], 'id' | 'createdAt'>,
  ): Promise<StoredReplay> {
    const { store, onQueued, now } = this.#options;
    const at = now();
    const queued = {
      ...replay,
      id: uuidv7({ msecs: at.getTime() }),
      createdAt: at.toISOString(),
    };
    if (!(await store.insert(queued))) {
      await this.#assertNoneUnderWay(String(replay.createdBy));
      throw new ConflictError('Another replay was under way; start it again');
    }
    onQueued();
    const { drafted, visible, ...shown } = queued;
    return { ...shown, state: 'queued', done: 0, revision: 1 };
  }

  async #assertNoneUnderWay(personRef: string): Promise<void> {
    const active = await this.#options.store.activeOf(personRef);
    if (active) {
      throw Object.assign(
        new ConflictError(
          `You have a replay under way: ‘${active.title}’ (${active.id}). Wait until it has ended, or cancel it`,
        ),
        { replayId: active.id },
      );
    }
  }
}
