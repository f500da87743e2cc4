import {
  PoliciesApi,
  PolicySummary,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { aPolicyDetail } from './builders';
import { pageOf } from './pageOf';
import { refuse } from './refuse';

/** The part of the API about policies, over these. */
export function policiesApiMock(policies: PolicySummary[]): PoliciesApi {
  const find = async (ref: string) => {
    const policy = policies.find(candidate => candidate.ref === ref);
    return policy
      ? aPolicyDetail(policy)
      : refuse(404, `There is no policy '${ref}' that you may see`)();
  };
  return {
    listPolicies: async (filter = {}) => ({
      ...pageOf(
        policies.filter(
          policy =>
            (!filter.state?.length || filter.state.includes(policy.state)) &&
            (!filter.pending || policy.pending) &&
            (filter.level === undefined || filter.level === policy.level) &&
            (filter.text === undefined ||
              policy.title.toLowerCase().includes(filter.text.toLowerCase())),
        ),
        filter,
      ),
      listedAt: '2026-11-20T09:39:58.000Z',
    }),
    getPolicy: find,
    getPolicyText: async ref => (await find(ref)).document!,
    confirmPolicy: async ref => {
      const policy = policies.find(candidate => candidate.ref === ref);
      return policy ?? refuse(404, `There is no policy '${ref}'`)();
    },
    approvePolicyChange: find,
    rejectPolicyChange: find,
  };
}
