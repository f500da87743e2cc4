import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import {
  Page,
  PullStopInput,
  ReleaseStopInput,
  Stop,
  StopDetails,
  StopPreview,
  StopScope,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { ActionRegistry } from '../../actions/ActionRegistry';
import { GovernanceConfig } from '../../GovernanceConfig';
import { StopStore, StoredStop } from '../../store/StopStore';
import { Caller, PersonCaller } from '../Caller';
import { ChangeNotifier } from '../ChangeNotifier';
import { parsePlainText } from '../input/parsePlainText';
import { StopService } from '../types';
import { parseStopScope } from './parseStopScope';
import { StopAuthority } from './StopAuthority';
import { StopLister, StopQuery } from './StopLister';
import { StopReleaser } from './StopReleaser';
import { StopSweeper } from './StopSweeper';
import { StopTargets } from './StopTargets';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MAX_TEXT = 500;

interface Options {
  store: StopStore;
  authority: StopAuthority;
  lister: StopLister;
  releaser: StopReleaser;
  sweeper: StopSweeper;
  targets: StopTargets;
  actions: Pick<ActionRegistry, 'get'>;
  config: Pick<GovernanceConfig, 'stops'>;
  notifier: ChangeNotifier;
  now: () => Date;
}

/**
 * Pulls, releases and lists stops. One person pulls, several release; who may is decided by ownership, asked anew each
 * time.
 */
export class DefaultStopService implements StopService {
  readonly #options: Options;

  static create(options: Options) {
    return new DefaultStopService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async list(
    query: StopQuery,
    options: { caller: Caller },
  ): Promise<Page<Stop>> {
    const page = await this.#options.lister.list(query, options);
    return { ...page, items: await this.#toStops(page.items) };
  }

  /** @throws NotFoundError also when something the stop names may not be read, unless the person may release it */
  async get(
    id: string,
    options: { caller: PersonCaller },
  ): Promise<StopDetails> {
    const { caller } = options;
    const stored = await this.#find(id);
    const standing = await this.#standing(stored, caller);
    const [stop] = await this.#toStops([stored]);
    return {
      ...stop,
      mayRelease: mayRelease(stop, { person: caller.ref, ...standing }),
      eligible: await this.#options.authority.countEligible(stop.scope),
    };
  }

  /** @throws InputError naming the field; NotFoundError when something in the scope may not be read */
  async preview(
    scope: StopScope,
    options: { caller: PersonCaller },
  ): Promise<StopPreview> {
    const { actions, authority, store, targets } = this.#options;
    const parsed = parseStopScope(scope, actions);
    const { allowed, because } = await authority.judge(parsed, options.caller);
    if (!allowed) {
      return { allowed, because };
    }
    const [inForce] = (await store.inForce()).filter(stop =>
      isSameScope(stop.scope, parsed),
    );
    return {
      allowed,
      because,
      ...(inForce && { inForce: (await this.#toStops([inForce]))[0] }),
      impact: await store.count(await targets.reachOf(parsed)),
    };
  }

  /**
   * In force when this resolves: nothing in the scope starts any more, on any replica.
   *
   * @throws InputError naming the field; NotFoundError when something in the scope does not exist; NotAllowedError
   *   saying who may
   */
  async pull(
    input: PullStopInput,
    options: { caller: PersonCaller },
  ): Promise<Stop> {
    const { caller } = options;
    const { actions, authority, config, store, sweeper, now } = this.#options;
    const scope = parseStopScope(input.scope, actions);
    const reason = parsePlainText(input.reason, {
      field: 'reason',
      min: 1,
      max: MAX_TEXT,
    });
    const { allowed, because } = await authority.judge(scope, caller);
    if (!allowed) {
      throw new NotAllowedError(because);
    }
    const stop = await store.pull({
      scope,
      reason,
      pulledBy: caller.ref,
      quorum: config.stops.releaseQuorum,
      now: now(),
    });
    sweeper.sweepSoon(stop);
    this.#options.notifier.changed();
    return (await this.#toStops([stop]))[0];
  }

  /**
   * Records that a person agrees to release a stop, and releases it when enough people do who have standing now.
   *
   * @throws InputError naming the field; NotFoundError; NotAllowedError saying who may; ConflictError with where it
   *   stands, when it is not as the person saw it, is released, or they agreed before
   */
  async release(
    id: string,
    input: ReleaseStopInput,
    options: { caller: PersonCaller },
  ): Promise<Stop> {
    const { caller } = options;
    const { notifier, releaser } = this.#options;
    const comment = parseComment(input.comment);
    if (!Number.isSafeInteger(input.revision)) {
      throw new InputError('revision: must be a whole number');
    }
    const stored = await this.#find(id);
    const { allowed, because, via } = await this.#standing(stored, caller);
    if (!allowed) {
      throw new NotAllowedError(because);
    }
    assertAsSeen(stored, input.revision);
    await releaser.agree(stored, { ref: caller.ref, via: via!, comment });
    notifier.changed();
    return (await this.#toStops([await this.#find(id)]))[0];
  }

  /** @throws NotFoundError for somebody who may neither release it nor read what it names */
  async #standing(stop: StoredStop, caller: PersonCaller) {
    const { authority, lister } = this.#options;
    const standing = await authority.standing(stop.scope, caller.ref);
    if (!standing.allowed && !(await lister.sees(stop, caller))) {
      throw new NotFoundError('There is no such stop');
    }
    return standing;
  }

  async #toStops(stored: StoredStop[]): Promise<Stop[]> {
    const approvals = await this.#options.store.approvals(stored);
    return stored.map(({ quorum, ...stop }) => ({
      ...stop,
      state: stop.releasedAt === undefined ? 'in-force' : 'released',
      release: { quorum, approvals: approvals.get(stop.id)! },
    }));
  }

  async #find(id: string): Promise<StoredStop> {
    const stop = UUID.test(id) ? await this.#options.store.get(id) : undefined;
    if (!stop) {
      throw new NotFoundError('There is no such stop');
    }
    return stop;
  }
}

function assertAsSeen(stop: StoredStop, revision: number): void {
  if (stop.releasedAt !== undefined) {
    throw new ConflictError('The stop is released');
  }
  if (stop.revision !== revision) {
    throw new ConflictError(
      `The stop was pulled again and is at revision ${stop.revision}: whoever agreed before looks at it anew`,
    );
  }
}

function mayRelease(
  stop: Stop,
  standing: { person: string; allowed: boolean; because: string },
): StopDetails['mayRelease'] {
  const { person, allowed, because } = standing;
  if (stop.state === 'released') {
    return { allowed: false, because: 'It is released' };
  }
  const { quorum, approvals } = stop.release;
  const agreed = approvals.some(({ approvedBy }) => approvedBy === person);
  // who agreed last may have to say so again, when what it covers was still being moved
  return agreed && approvals.length < quorum
    ? { allowed: false, because: 'You agreed already' }
    : { allowed, because };
}

function isSameScope(one: StopScope, other: StopScope): boolean {
  return (
    one.kind === other.kind && one.ref === other.ref && one.on === other.on
  );
}

function parseComment(comment: string | undefined): string | undefined {
  const options = { field: 'comment', min: 0, max: MAX_TEXT };
  return parsePlainText(comment ?? '', options) || undefined;
}
