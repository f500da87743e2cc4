import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { Duration } from 'luxon';
import { v7 as uuidv7 } from 'uuid';
import {
  Delegation,
  DelegationDetails,
  GrantDelegationInput,
  ListDelegationsOptions,
  Page,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { ActionRegistry } from '../../actions/ActionRegistry';
import { GovernanceConfig } from '../../GovernanceConfig';
import { decodeCursor, encodeCursor } from '../../store/cursor';
import {
  DelegationStore,
  StoredDelegation,
  delegationState,
} from '../../store/DelegationStore';
import { PersonCaller } from '../Caller';
import { ChangeNotifier } from '../ChangeNotifier';
import { parseInstant } from '../input/parseInstant';
import { parseLimit } from '../input/parseLimit';
import { parsePlainText } from '../input/parsePlainText';
import { parseRef } from '../input/parseRef';
import { EntityVisibility } from '../types';
import { DelegationCaller, DelegationService } from './DelegationService';
import { DelegationSweeper } from './DelegationSweeper';
import { parseDelegationScope } from './parseDelegationScope';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MAX_TEXT = 500;

interface Options {
  store: DelegationStore;
  visibility: EntityVisibility;
  actions: Pick<ActionRegistry, 'list'>;
  config: Pick<GovernanceConfig, 'environments' | 'delegations'>;
  sweeper: DelegationSweeper;
  notifier: ChangeNotifier;
  now: () => Date;
}

/** Grants, revokes and lists delegations. */
export class DefaultDelegationService implements DelegationService {
  readonly #options: Options;

  static create(options: Options) {
    return new DefaultDelegationService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async list(
    query: ListDelegationsOptions,
    _options: { caller: DelegationCaller },
  ): Promise<Page<Delegation>> {
    const { store, now } = this.#options;
    const { agent, grantedBy, state, cursor } = query;
    const limit = parseLimit(query.limit);
    const at = now();
    const found = await store.list({
      ...(agent !== undefined && { agentRef: parseRef(agent, 'agent') }),
      ...(grantedBy !== undefined && {
        grantedBy: parseRef(grantedBy, 'grantedBy'),
      }),
      state,
      now: at,
      ...(cursor !== undefined && { after: decodeCursor(cursor).after }),
      limit: limit + 1,
    });
    const items = found.slice(0, limit);
    return {
      items: items.map(one => toDelegation(one, at)),
      ...(found.length > limit && {
        nextCursor: encodeCursor({
          after: items[items.length - 1].id,
          order: 'newest',
        }),
      }),
    };
  }

  async get(id: string): Promise<DelegationDetails> {
    const delegation = await this.#find(id);
    return {
      ...delegation,
      mayRevoke:
        delegation.state === 'active'
          ? { allowed: true, because: 'It is in force' }
          : { allowed: false, because: `It is ${delegation.state}` },
    };
  }

  async grant(
    input: GrantDelegationInput,
    options: { caller: PersonCaller },
  ): Promise<Delegation> {
    const { store, config, actions, notifier, now } = this.#options;
    const at = now();
    const agentRef = parseRef(input.agent, 'agent');
    if (!agentRef.startsWith('agent:')) {
      throw new InputError(
        `agent: must be the entity ref of an agent, and is '${agentRef}'`,
      );
    }
    const scope = parseDelegationScope(input, {
      actions: actions.list().map(({ id }) => id),
      environments: config.environments,
    });
    const until = this.#parseUntil(input.until, at);
    const reason = parsePlainText(input.reason, {
      field: 'reason',
      min: 1,
      max: MAX_TEXT,
    });
    await this.#assertReadable([agentRef, ...(scope.targets ?? [])], options);
    const delegation: StoredDelegation = {
      id: uuidv7({ msecs: at.getTime() }),
      agentRef,
      grantedBy: options.caller.ref,
      ...scope,
      reason,
      until: until.toISOString(),
      createdAt: at.toISOString(),
    };
    await store.grant(delegation);
    notifier.changed();
    return toDelegation(delegation, at);
  }

  async revoke(
    id: string,
    options: { caller: PersonCaller },
  ): Promise<Delegation> {
    const { store, sweeper, notifier, now } = this.#options;
    const at = now();
    const { caller } = options;
    const revoked = await store.revoke({ id, revokedBy: caller.ref, now: at });
    if (!revoked) {
      const { state } = await this.#find(id);
      throw new ConflictError(`The delegation is ${state}`);
    }
    sweeper.sweepSoon();
    notifier.changed();
    return toDelegation(revoked, at);
  }

  #parseUntil(text: string, now: Date): Date {
    const { maxDurationMs } = this.#options.config.delegations;
    const until = parseInstant(text, 'until');
    if (until <= now) {
      throw new InputError('until: must be in the future');
    }
    if (until.getTime() - now.getTime() > maxDurationMs) {
      const longest = Duration.fromMillis(maxDurationMs).rescale().toHuman();
      throw new InputError(`until: must be at most ${longest} from now`);
    }
    return until;
  }

  /** With the person's own credentials: nobody delegates what they cannot see. */
  async #assertReadable(
    refs: string[],
    { caller }: { caller: PersonCaller },
  ): Promise<void> {
    const readable = await this.#options.visibility.readable(refs, caller);
    const hidden = refs.find(ref => !readable.has(ref));
    if (hidden !== undefined) {
      throw new NotFoundError(
        `${hidden} does not exist, or you may not read it`,
      );
    }
  }

  async #find(id: string): Promise<Delegation> {
    const { store, now } = this.#options;
    const stored = UUID.test(id) ? await store.get(id) : undefined;
    if (!stored) {
      throw new NotFoundError('There is no such delegation');
    }
    return toDelegation(stored, now());
  }
}

function toDelegation(stored: StoredDelegation, now: Date): Delegation {
  return { ...stored, state: delegationState(stored, now) };
}
