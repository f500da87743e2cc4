import { ConflictError, NotAllowedError } from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  CreateFreezeInput,
  Freeze,
  FreezeStepInput,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { v7 as uuidv7 } from 'uuid';
import { validAgreements } from '../../facts/freezes/validAgreements';
import { GovernanceConfig } from '../../GovernanceConfig';
import { FreezeStore, StoredFreeze } from '../../store/FreezeStore';
import { PersonCaller } from '../Caller';
import { ChangeNotifier } from '../ChangeNotifier';
import { parsePlainText } from '../input/parsePlainText';
import { FreezeAuthority } from './FreezeAuthority';
import { FreezeFinder } from './FreezeFinder';
import { parseFreezeOwner } from './parseFreezeOwner';
import { parseFreezeScope } from './parseFreezeScope';
import { parseFreezeTimes } from './parseFreezeTimes';
import { parseStep } from './parseStep';

const MAX_TEXT = 500;

interface Options {
  store: Pick<FreezeStore, 'create' | 'end'>;
  authority: FreezeAuthority;
  finder: FreezeFinder;
  catalog: CatalogService;
  config: Pick<GovernanceConfig, 'environments' | 'freezes'>;
  notifier: ChangeNotifier;
  now: () => Date;
}

/** Where people set freezes and end them early. */
export class FreezeDesk {
  readonly #options: Options;

  static create(options: Options) {
    return new FreezeDesk(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  /**
   * @throws InputError naming the field; NotFoundError when the entity may not be read;
   *   NotAllowedError saying who may
   */
  async create(
    input: CreateFreezeInput,
    caller: PersonCaller,
  ): Promise<Freeze> {
    const { authority, catalog, config, store, notifier } = this.#options;
    const now = this.#options.now();
    const scope = parseFreezeScope(input.scope, config.environments);
    const period = parseFreezeTimes(input, now);
    const reason = parsePlainText(input.reason, {
      field: 'reason',
      min: 1,
      max: MAX_TEXT,
    });
    const { allowed, because } = await authority.judge(scope, caller);
    if (!allowed) {
      throw new NotAllowedError(because);
    }
    const freeze: StoredFreeze = {
      id: uuidv7({ msecs: now.getTime() }),
      scope,
      ...period,
      reason,
      owner: await parseFreezeOwner(input.owner, { caller, catalog }),
      createdBy: caller.ref,
      revision: 1,
      createdAt: now.toISOString(),
    };
    await store.create([freeze]);
    notifier.changed();
    return this.#options.finder.present(freeze, now);
  }

  /**
   * Ends a freeze, or counts as one of the people that takes. Who agreed before and has no standing any more does not
   * count, nor what was said more than a day ago.
   *
   * @throws InputError naming the field; NotFoundError; NotAllowedError saying who may;
   *   ConflictError with the state it is in, when it is not as the person saw it, is over, or they agreed already
   */
  async end(
    id: string,
    input: FreezeStepInput,
    caller: PersonCaller,
  ): Promise<Freeze> {
    const { authority, config, finder, store, notifier } = this.#options;
    const { revision, comment } = parseStep(input);
    const freeze = await finder.find(id);
    await authority.assertMay(freeze.scope, caller);
    const now = this.#options.now();
    const before = validAgreements(freeze, now);
    if (before.some(({ person }) => person === caller.ref)) {
      throw new ConflictError(
        'You agreed already; somebody else must agree too',
      );
    }
    const standing = await authority.stillStanding(
      freeze.scope,
      before.map(({ person }) => person),
    );
    const changed = await store.end({
      id,
      revision,
      endedBy: caller.ref,
      agreements: [
        ...before.filter(({ person }) => standing.includes(person)),
        { person: caller.ref, at: now.toISOString() },
      ],
      required: config.freezes.exceptionQuorum,
      comment,
      now,
    });
    if (!changed) {
      const present = finder.present(await finder.find(id), now);
      throw new ConflictError(
        `The freeze is ${present.state} at revision ${present.revision}: only one that is planned or in force can be ended, as it is now`,
      );
    }
    notifier.changed();
    return finder.present(changed, now);
  }
}
