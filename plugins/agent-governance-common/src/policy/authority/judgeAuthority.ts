import { Environment } from '../../model';
import { DocumentLevel } from '../documents';

/** Who may speak for what, as far as it is known without a request. @public */
export interface AuthorityContext {
  /** Entity refs. */
  policyAdmins: readonly string[];
  environments: readonly Environment[];
  /** Who owns the entities that policies of the service level speak about; absent where there is none. */
  entityOwners: ReadonlyMap<string, string>;
}

/**
 * Whether the owner of a policy may speak at its level. How far that reaches is decided again for each request, over
 * its facts; this says whether it reaches anywhere.
 *
 * @returns why not, in one clause; `undefined` when it may
 * @public
 */
export function judgeAuthority(
  policy: { owner: string; level: DocumentLevel; entity?: string },
  context: AuthorityContext,
): string | undefined {
  const { owner, level, entity } = policy;
  switch (level) {
    case 'organization':
      return context.policyAdmins.includes(owner)
        ? undefined
        : `${owner} is not among agentGovernance.policyAdmins, who speak for the organization`;
    case 'environment':
      return context.environments.some(one => one.owner === owner)
        ? undefined
        : `${owner} owns none of the configured environments`;
    case 'team':
      return owner.startsWith('group:')
        ? undefined
        : `${owner} is not a group, and a policy of the team level speaks for one`;
    default:
      return judgeServiceAuthority({ owner, entity }, context);
  }
}

function judgeServiceAuthority(
  { owner, entity }: { owner: string; entity?: string },
  { entityOwners }: AuthorityContext,
): string | undefined {
  if (entity === undefined) {
    return 'it does not say which entity it speaks about';
  }
  const entityOwner = entityOwners.get(entity);
  if (entityOwner === undefined) {
    return `the catalog knows no owner of ${entity}`;
  }
  return entityOwner === owner
    ? undefined
    : `${owner} does not own ${entity}: ${entityOwner} does`;
}
