import { ConflictError, NotAllowedError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AskFreezeExceptionInput,
  FreezeException,
  FreezeStepInput,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { v7 as uuidv7 } from 'uuid';
import { EntityContainers } from '../../facts/EntityContainers';
import { GovernanceConfig } from '../../GovernanceConfig';
import {
  FreezeStore,
  StoredFreeze,
  StoredFreezeException,
} from '../../store/FreezeStore';
import { PersonCaller } from '../Caller';
import { ChangeNotifier } from '../ChangeNotifier';
import { parsePlainText } from '../input/parsePlainText';
import { FreezeAuthority } from './FreezeAuthority';
import { FreezeFinder } from './FreezeFinder';
import { FreezeReaders } from './FreezeReaders';
import { parseExceptionScope } from './parseExceptionScope';
import { parsePeriod } from './parseFreezeTimes';
import { parseStep } from './parseStep';

const MAX_TEXT = 500;
const MAX_DAYS = 31;

interface Options {
  store: Pick<FreezeStore, 'ask' | 'approve' | 'endException'>;
  authority: FreezeAuthority;
  finder: FreezeFinder;
  readers: FreezeReaders;
  catalog: CatalogService;
  containers: EntityContainers;
  config: Pick<GovernanceConfig, 'environments' | 'freezes'>;
  notifier: ChangeNotifier;
  now: () => Date;
}

/**
 * Where people ask for exceptions from a freeze, approve and end them.
 *
 * It takes as many people as ending the freeze does. Who asked is none of them: leave to pass a closed gate is given by
 * somebody who does not want to pass.
 */
export class FreezeExceptionDesk {
  readonly #options: Options;

  static create(options: Options) {
    return new FreezeExceptionDesk(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /**
   * @throws InputError naming the field, also for what the freeze does not cover; NotFoundError where the person may not
   *   read the freeze or the entity; ConflictError when the freeze is over
   */
  async ask(
    freezeId: string,
    input: AskFreezeExceptionInput,
    caller: PersonCaller,
  ): Promise<FreezeException> {
    const { config, finder, readers, store, notifier } = this.#options;
    const now = this.#options.now();
    const freeze = await finder.find(freezeId);
    await readers.assertMayRead(freeze, caller);
    this.#assertNotOver(freeze, now);
    const scope = await parseExceptionScope(input.scope, {
      ...this.#options,
      environments: config.environments,
      freeze: freeze.scope,
      caller,
    });
    const exception: StoredFreezeException = {
      id: uuidv7({ msecs: now.getTime() }),
      freezeId,
      scope,
      ...parsePeriod(input, { now, maxDays: MAX_DAYS }),
      reason: parsePlainText(input.reason, {
        field: 'reason',
        min: 1,
        max: MAX_TEXT,
      }),
      requestedBy: caller.ref,
      state: 'requested',
      approvedBy: [],
      required: config.freezes.exceptionQuorum,
      revision: 1,
      createdAt: now.toISOString(),
    };
    await store.ask(exception);
    notifier.changed();
    return finder.presentException(exception);
  }

  /**
   * @throws NotAllowedError saying who may, also to whoever asked for it; ConflictError with the state it is in, when it
   *   is not as the person saw it, is decided, or they approved already
   */
  async approve(
    freezeId: string,
    id: string,
    input: FreezeStepInput,
    caller: PersonCaller,
  ): Promise<FreezeException> {
    const { authority, finder, store, notifier } = this.#options;
    const { revision, comment } = parseStep(input);
    const freeze = await finder.find(freezeId);
    await authority.assertMay(freeze.scope, caller);
    const exception = await finder.findException(freezeId, id);
    if (exception.requestedBy === caller.ref) {
      throw new NotAllowedError(
        'You asked for this exception; somebody else must approve it',
      );
    }
    if (exception.approvedBy.includes(caller.ref)) {
      throw new ConflictError(
        'You approved already; somebody else must approve too',
      );
    }
    const approvedBy = [
      ...(await authority.stillStanding(freeze.scope, exception.approvedBy)),
      caller.ref,
    ];
    const changed = await store.approve({
      id,
      freezeId,
      revision,
      person: caller.ref,
      approvedBy,
      comment,
      now: this.#options.now(),
    });
    if (!changed) {
      throw await this.#conflict(freezeId, id);
    }
    notifier.changed();
    return finder.presentException(changed);
  }

  /**
   * Ends an exception or refuses one: one person with standing is enough, because it only closes the gate again; so is
   * whoever asked for it.
   */
  async end(
    freezeId: string,
    id: string,
    input: FreezeStepInput,
    caller: PersonCaller,
  ): Promise<FreezeException> {
    const { authority, finder, store, notifier } = this.#options;
    const { revision, comment } = parseStep(input);
    const freeze = await finder.find(freezeId);
    const exception = await finder.findException(freezeId, id);
    if (exception.requestedBy !== caller.ref) {
      await authority.assertMay(freeze.scope, caller);
    }
    const changed = await store.endException({
      id,
      freezeId,
      revision,
      endedBy: caller.ref,
      comment,
      now: this.#options.now(),
    });
    if (!changed) {
      throw await this.#conflict(freezeId, id);
    }
    notifier.changed();
    return finder.presentException(changed);
  }

  #assertNotOver(freeze: StoredFreeze, now: Date): void {
    const { state } = this.#options.finder.present(freeze, now);
    if (state === 'over' || state === 'ended-early') {
      throw new ConflictError(
        `The freeze is ${state}: there is nothing to except from it`,
      );
    }
  }

  async #conflict(freezeId: string, id: string): Promise<ConflictError> {
    const { finder } = this.#options;
    const present = finder.presentException(
      await finder.findException(freezeId, id),
    );
    return new ConflictError(
      `The exception is ${present.state} at revision ${present.revision}, or its freeze has ended: it cannot be changed as you saw it`,
    );
  }
}
