import { Entity } from '@backstage/catalog-model';
import { judgePolicyTrust } from './judgePolicyTrust';
import { TrustRule } from './TrustRule';

const TRUST: TrustRule[] = [
  { originLocation: 'url:https://git/agents/*', kinds: ['Agent'] },
  { originLocation: 'url:https://git/platform/*', kinds: ['AgentPolicy'] },
  {
    originLocation: 'url:https://git/teams/*',
    kinds: ['Agent', 'AgentPolicy'],
    levels: ['team', 'service'],
  },
  {
    originLocation: 'url:https://git/teams/sre/*',
    kinds: ['AgentPolicy'],
    owners: ['group:default/sre'],
    levels: ['environment'],
  },
];

function policyFrom(origin: string, owner = 'payments'): Entity {
  return {
    apiVersion: 'agent-governance.io/v1alpha1',
    kind: 'AgentPolicy',
    metadata: {
      name: 'p',
      annotations: { 'backstage.io/managed-by-origin-location': origin },
    },
    spec: { owner },
  };
}

describe('judgePolicyTrust', () => {
  it.each([
    ['every level where none is named', 'platform/a', 'payments', 4],
    ['only the levels that are named', 'teams/a', 'payments', 2],
    ['what several entries name together', 'teams/sre/a', 'sre', 3],
    ['what is named for everybody', 'teams/sre/a', 'payments', 2],
  ])('trusts with %s', (_, path, owner, count) => {
    const trust = judgePolicyTrust(
      policyFrom(`url:https://git/${path}`, owner),
      TRUST,
    );
    expect(trust).toMatchObject({ trusted: true });
    expect(trust.trusted && trust.levels).toHaveLength(count);
  });

  it('does not trust a policy from a place trusted with agents only', () => {
    expect(
      judgePolicyTrust(policyFrom('url:https://git/agents/a'), TRUST),
    ).toEqual({
      trusted: false,
      reason:
        'no entry of agentGovernance.trust names its origin url:https://git/agents/a for policies',
    });
  });
});
