import {
  conditionSourceReadPermission,
  ledgerReadPermission,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  AuthorizeResult,
  isPermission,
  Permission,
  PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { principalOf } from './principalOf';

/** What shows things of entities that the person may not read. */
const SHOWING_EVERYTHING = [
  ledgerReadPermission,
  conditionSourceReadPermission,
];

/** The permission to read entities; named here so that this module does not depend on the catalog. */
const CATALOG_ENTITY_READ = 'catalog.entity.read';

/**
 * What the ready policy makes of everything that is not an agent's action: it leaves people as they were.
 *
 * - People: everything is allowed, as in a portal without a policy. Two exceptions: reading the whole record
 *   (`agent-governance.ledger.read`) and all that sources report (`agent-governance.condition-source.read`) takes an
 *   auditor or an admin of governance.
 * - Agents: may read entities, and nothing else.
 * - Nobody: nothing.
 */
export class PeoplePolicy implements PermissionPolicy {
  readonly #readers: ReadonlySet<string>;

  /** @param options - entity refs of people and groups who may read the whole record */
  static create(options: { ledgerReaders: string[] }): PeoplePolicy {
    return new PeoplePolicy(options.ledgerReaders);
  }

  private constructor(ledgerReaders: string[]) {
    this.#readers = new Set(ledgerReaders);
  }

  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    return {
      result: this.#mayDo(permission, user)
        ? AuthorizeResult.ALLOW
        : AuthorizeResult.DENY,
    };
  }

  #mayDo(permission: Permission, user: PolicyQueryUser | undefined): boolean {
    switch (principalOf(user)) {
      case 'person':
        return (
          !SHOWING_EVERYTHING.some(one => isPermission(permission, one)) ||
          this.#mayReadEverything(user)
        );
      case 'agent':
        return permission.name === CATALOG_ENTITY_READ;
      default:
        return false;
    }
  }

  #mayReadEverything(user: PolicyQueryUser | undefined): boolean {
    const claims = user?.info.ownershipEntityRefs ?? [];
    return claims.some(ref =>
      this.#readers.has(ref.toLocaleLowerCase('en-US')),
    );
  }
}
