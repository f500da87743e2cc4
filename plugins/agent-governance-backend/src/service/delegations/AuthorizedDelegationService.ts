import { PermissionsService } from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  Delegation,
  DelegationDetails,
  GrantDelegationInput,
  ListDelegationsOptions,
  Page,
  delegationCreatePermission,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { GovernanceConfig } from '../../GovernanceConfig';
import { PersonCaller } from '../Caller';
import { fillPage } from '../requests/fillPage';
import { PeopleDirectory } from '../types';
import { CallerView, ViewSources } from '../visibility/CallerView';
import { DelegationCaller, DelegationService } from './DelegationService';

/** As what somebody sees a delegation; whoever sees it as nothing is told that there is none. */
type SeenAs = 'agent' | 'grantor' | 'owner' | 'admin' | 'auditor';

/** Those who may end it. */
const MAY_REVOKE: ReadonlySet<SeenAs> = new Set(['grantor', 'owner', 'admin']);
const ONLY =
  'Only the person who granted it, the owner of the agent and platform administrators may revoke it';

interface Options {
  delegations: DelegationService;
  people: PeopleDirectory;
  permissions: PermissionsService;
  sources: ViewSources;
  config: Pick<GovernanceConfig, 'admins'>;
}

/**
 * Decides who may know of delegations, and who may end them: the person, the agent (to know, not to end), whoever owns
 * the agent, administrators; auditors may know.
 *
 * People are resolved through the catalog's relations, anew each time.
 */
export class AuthorizedDelegationService implements DelegationService {
  readonly #options: Options;

  static create(options: Options) {
    return new AuthorizedDelegationService(options);
  }

  private constructor(options: Options) {
    this.#options = options;
  }

  async list(
    query: ListDelegationsOptions,
    options: { caller: DelegationCaller },
  ): Promise<Page<Delegation>> {
    const { caller } = options;
    const { delegations } = this.#options;
    if (caller.kind === 'agent') {
      return delegations.list({ ...query, agent: caller.ref }, options);
    }
    const view = this.#view(caller);
    return fillPage({
      query,
      read: next => delegations.list(next, options),
      show: async items => {
        const seen = await this.#see(items, caller, view);
        return Promise.all(
          items.map(async item =>
            seen.has(item.id) ? view.mask(item) : undefined,
          ),
        );
      },
    });
  }

  async get(
    id: string,
    options: { caller: DelegationCaller },
  ): Promise<DelegationDetails> {
    const { caller } = options;
    const found = await this.#options.delegations.get(id, options);
    const view = this.#view(caller);
    const seenAs = (await this.#see([found], caller, view)).get(id);
    if (!seenAs) {
      throw new NotFoundError('There is no such delegation');
    }
    const details = MAY_REVOKE.has(seenAs)
      ? found
      : { ...found, mayRevoke: { allowed: false, because: ONLY } };
    return caller.kind === 'agent' ? details : view.mask(details);
  }

  async grant(
    input: GrantDelegationInput,
    options: { caller: PersonCaller },
  ): Promise<Delegation> {
    const [decision] = await this.#options.permissions.authorize(
      [{ permission: delegationCreatePermission }],
      { credentials: options.caller.credentials },
    );
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw new NotAllowedError(
        `The portal does not let you delegate to agents (${delegationCreatePermission.name})`,
      );
    }
    return this.#options.delegations.grant(input, options);
  }

  async revoke(
    id: string,
    options: { caller: PersonCaller },
  ): Promise<Delegation> {
    const { caller } = options;
    const { delegations } = this.#options;
    const found = await delegations.get(id, options);
    const view = this.#view(caller);
    const seenAs = (await this.#see([found], caller, view)).get(id);
    if (!seenAs) {
      throw new NotFoundError('There is no such delegation');
    }
    if (!MAY_REVOKE.has(seenAs)) {
      throw new NotAllowedError(ONLY);
    }
    return view.mask(await delegations.revoke(id, options));
  }

  #view(caller: DelegationCaller): CallerView {
    return CallerView.create({
      sources: this.#options.sources,
      caller,
      operation: 'delegation',
    });
  }

  async #see(
    delegations: Delegation[],
    caller: DelegationCaller,
    view: CallerView,
  ): Promise<Map<string, SeenAs>> {
    if (caller.kind === 'agent') {
      return all(
        delegations.filter(({ agentRef }) => agentRef === caller.ref),
        'agent',
      );
    }
    const own = all(
      delegations.filter(({ grantedBy }) => grantedBy === caller.ref),
      'grantor',
    );
    const others = delegations.filter(({ id }) => !own.has(id));
    if (others.length === 0) {
      return own;
    }
    if (await this.#isAdmin(caller)) {
      return new Map([...all(others, 'admin'), ...own]);
    }
    const owned = await this.#options.sources.owners.ownedBy(
      caller,
      others.map(({ agentRef }) => agentRef),
    );
    view.allow([...owned]);
    const owners = all(
      others.filter(({ agentRef }) => owned.has(agentRef)),
      'owner',
    );
    const rest = others.filter(({ id }) => !owners.has(id));
    const asAuditor = rest.length > 0 && (await view.isAuditor());
    return new Map([
      ...own,
      ...owners,
      ...(asAuditor ? all(rest, 'auditor') : []),
    ]);
  }

  async #isAdmin(caller: PersonCaller): Promise<boolean> {
    const { people, config } = this.#options;
    return !!(await people.standing(caller.ref, config.admins));
  }
}

function all(delegations: Delegation[], as: SeenAs): Map<string, SeenAs> {
  return new Map(delegations.map(({ id }) => [id, as]));
}
