import {
  ConflictError,
  InputError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  CreateFreezeInput,
  Freeze,
  FreezeScope,
  Page,
  PageOptions,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { v7 as uuidv7 } from 'uuid';
import { freezeState } from '../../facts/freezes/freezeState';
import { GovernanceConfig } from '../../GovernanceConfig';
import { FreezeStore, StoredFreeze } from '../../store/FreezeStore';
import { Caller, PersonCaller } from '../Caller';
import { ChangeNotifier } from '../ChangeNotifier';
import { FreezeAuthority } from './FreezeAuthority';
import { FreezeLister } from './FreezeLister';
import { parseFreezeOwner } from './parseFreezeOwner';
import { parseFreezePeriod } from './parseFreezePeriod';
import { parseFreezeScope } from './parseFreezeScope';
import { parsePlainText } from '../input/parsePlainText';
import { FreezeService } from '../types';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MAX_TEXT = 500;

interface Options {
  store: FreezeStore;
  authority: FreezeAuthority;
  lister: FreezeLister;
  catalog: CatalogService;
  config: Pick<GovernanceConfig, 'environments'>;
  notifier: ChangeNotifier;
  now: () => Date;
}

/**
 * Sets, ends and lists freezes. Who may is decided by ownership, asked anew each time; what a
 * person may not read does not exist for them.
 */
export class DefaultFreezeService implements FreezeService {
  readonly #options: Options;

  static create(options: Options) {
    return new DefaultFreezeService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async list(
    query: PageOptions & { covering?: string; state?: Array<Freeze['state']> },
    options: { caller: Caller },
  ): Promise<Page<Freeze>> {
    return this.#options.lister.list(query, options);
  }

  async may(
    scope: FreezeScope,
    options: { caller: PersonCaller },
  ): Promise<{ allowed: boolean; because: string }> {
    const { authority, config } = this.#options;
    const parsed = parseFreezeScope(scope, config.environments);
    return authority.judge(parsed, options.caller);
  }

  /**
   * @throws InputError naming the field; NotFoundError when the entity may not be read;
   *   NotAllowedError saying who may
   */
  async create(
    input: CreateFreezeInput,
    options: { caller: PersonCaller },
  ): Promise<Freeze> {
    const { caller } = options;
    const { authority, catalog, config, store, notifier } = this.#options;
    const now = this.#options.now();
    const scope = parseFreezeScope(input.scope, config.environments);
    const period = parseFreezePeriod(input, now);
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
    await store.create(freeze);
    notifier.changed();
    return { ...freeze, state: freezeState(freeze, now) };
  }

  /**
   * @throws InputError naming the field; NotFoundError; NotAllowedError saying who may;
   *   ConflictError with the state it is in, when it is not as the person saw it or is over
   */
  async end(
    id: string,
    input: { revision: number; comment?: string },
    options: { caller: PersonCaller },
  ): Promise<Freeze> {
    const { caller } = options;
    const { authority, store, notifier } = this.#options;
    const comment = parseComment(input.comment);
    if (!Number.isSafeInteger(input.revision)) {
      throw new InputError('revision: must be a whole number');
    }
    const { scope } = await this.#find(id);
    await authority.assertMayEnd(scope, caller);
    const now = this.#options.now();
    const ended = await store.end({
      id,
      revision: input.revision,
      endedBy: caller.ref,
      comment,
      now,
    });
    if (!ended) {
      const present = await this.#find(id);
      throw new ConflictError(
        `The freeze is ${freezeState(present, now)} at revision ${
          present.revision
        }: only one that is planned or in force can be ended, as it is now`,
      );
    }
    notifier.changed();
    return { ...ended, state: freezeState(ended, now) };
  }

  async #find(id: string): Promise<StoredFreeze> {
    const freeze = UUID.test(id)
      ? await this.#options.store.get(id)
      : undefined;
    if (!freeze) {
      throw new NotFoundError('There is no such freeze');
    }
    return freeze;
  }
}

function parseComment(comment: string | undefined): string | undefined {
  const options = { field: 'comment', min: 0, max: MAX_TEXT };
  return parsePlainText(comment ?? '', options) || undefined;
}
