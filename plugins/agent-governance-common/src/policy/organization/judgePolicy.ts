import { Organization } from '../../model';
import { judgeAuthority } from '../authority';
import { PolicyDocument } from '../documents';

/** Whether the owner of a policy may say it. @public */
export type PolicyAuthority =
  | { state: 'within' }
  /** It counts for nothing. `because`: why, in one clause. */
  | { state: 'outside'; because: string }
  /** Nobody could say. Never good news. */
  | { state: 'not-checked'; because: string };

/**
 * Judges the authority of a policy as the portal would that an organization was exported from.
 *
 * @param organization - absent: nothing is known, and nothing is judged
 * @public
 */
export function judgePolicy(
  policy: PolicyDocument,
  organization: Organization | undefined,
): PolicyAuthority {
  if (!organization) {
    return {
      state: 'not-checked',
      because: 'no exported organization was given',
    };
  }
  const { level, entity } = policy;
  const { policyAdmins, environments, entities } = organization;
  if (level === 'service' && !entities.some(({ ref }) => ref === entity)) {
    return {
      state: 'not-checked',
      because: `the exported organization does not say who owns ${entity}: export it with these policies, as somebody who may read that entity`,
    };
  }
  const because = judgeAuthority(policy, {
    policyAdmins,
    environments,
    entityOwners: new Map(
      entities.flatMap(({ ref, owner }) =>
        owner === undefined ? [] : [[ref, owner] as const],
      ),
    ),
  });
  return because === undefined
    ? { state: 'within' }
    : { state: 'outside', because };
}
