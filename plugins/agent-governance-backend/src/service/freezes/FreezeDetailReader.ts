import {
  CreateFreezeInput,
  FreezeDetails,
  FreezePreview,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { FreezeTimes } from '../../facts/freezes/FreezeTimes';
import { describeFreezeScope } from '../../facts/freezes/describeFreezeScope';
import { describeRecurrence } from '../../facts/freezes/recurrence/describeRecurrence';
import { GovernanceConfig } from '../../GovernanceConfig';
import { FreezeStore, StoredFreeze } from '../../store/FreezeStore';
import { Caller, PersonCaller } from '../Caller';
import { FreezeAuthority } from './FreezeAuthority';
import { FreezeCoverageReader } from './FreezeCoverageReader';
import { FreezeFinder } from './FreezeFinder';
import { FreezeReaders } from './FreezeReaders';
import { parseFreezeScope } from './parseFreezeScope';
import { parseFreezeTimes } from './parseFreezeTimes';

const SHOWN = 5;

interface Options {
  store: Pick<FreezeStore, 'exceptions'>;
  times: FreezeTimes;
  finder: FreezeFinder;
  readers: FreezeReaders;
  authority: FreezeAuthority;
  coverage: FreezeCoverageReader;
  config: Pick<GovernanceConfig, 'environments'>;
  now: () => Date;
}

/** Shows one freeze with everything around it, set or about to be. */
export class FreezeDetailReader {
  readonly #options: Options;

  static create(options: Options) {
    return new FreezeDetailReader(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /** @throws NotFoundError, also where the caller may not read what it is about */
  async read(id: string, options: { caller: Caller }): Promise<FreezeDetails> {
    const { caller } = options;
    const { finder, readers, authority, coverage, store, times } =
      this.#options;
    const now = this.#options.now();
    const freeze = await finder.find(id);
    await readers.assertMayRead(freeze, caller);
    const [[presented], covered, exceptions, permission] = await Promise.all([
      finder.presentWithExceptions([freeze], now),
      coverage.read(freeze.scope, caller),
      store.exceptions([id]),
      caller.kind === 'person'
        ? authority.judge(freeze.scope, caller)
        : undefined,
    ]);
    return {
      freeze: presented,
      next: freeze.endedAt === undefined ? times.next(freeze, now, SHOWN) : [],
      coverage: covered,
      exceptions: exceptions.map(one => finder.presentException(one)),
      ...(permission && { permission }),
    };
  }

  /** @throws InputError naming the field; NotFoundError when the entity may not be read */
  async preview(
    input: CreateFreezeInput,
    caller: PersonCaller,
  ): Promise<FreezePreview> {
    const { config, coverage, authority } = this.#options;
    // what is not set yet has no id to remember it by
    const times = FreezeTimes.create();
    const now = this.#options.now();
    const scope = parseFreezeScope(input.scope, config.environments);
    const period = parseFreezeTimes(input, now);
    const permission = await authority.judge(scope, caller);
    const freeze: StoredFreeze = {
      id: '',
      scope,
      ...period,
      reason: '',
      owner: caller.ref,
      createdBy: caller.ref,
      revision: 0,
      createdAt: now.toISOString(),
    };
    const present = times.at(freeze, now);
    return {
      scope: describeFreezeScope(scope),
      ...(period.recurrence && {
        words: describeRecurrence(period.recurrence),
      }),
      occurrences: [
        ...(present ? [present] : []),
        ...times.next(freeze, now, SHOWN),
      ].slice(0, SHOWN),
      coverage: await coverage.read(scope, caller),
      permission,
    };
  }
}
