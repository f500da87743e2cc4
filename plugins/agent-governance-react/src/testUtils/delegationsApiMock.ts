import {
  Delegation,
  DelegationsApi,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { aDelegation, aDelegationInDetail } from './builders';
import { pageOf } from './pageOf';
import { refuse } from './refuse';

/** The delegations of a portal in memory. */
export function delegationsApiMock(delegations: Delegation[]): DelegationsApi {
  const find = async (id: string) =>
    delegations.find(candidate => candidate.id === id) ??
    refuse(404, `No delegation ${id}`)();
  return {
    listDelegations: async (filter = {}) =>
      pageOf(
        delegations.filter(
          ({ agentRef, grantedBy, state }) =>
            (!filter.agent || filter.agent === agentRef) &&
            (!filter.grantedBy || filter.grantedBy === grantedBy) &&
            (!filter.state || filter.state === state),
        ),
        filter,
      ),
    getDelegation: async id => aDelegationInDetail(await find(id)),
    grantDelegation: async ({ agent, ...granted }) =>
      aDelegation({
        ...granted,
        agentRef: agent,
        grantedBy: 'user:default/me',
      }),
    revokeDelegation: async id => ({
      ...(await find(id)),
      state: 'revoked',
      revokedAt: '2026-11-20T09:40:00.000Z',
      revokedBy: 'user:default/me',
    }),
  };
}
