import { Entity } from '@backstage/catalog-model';
import { judgeAgentTrust } from './judgeAgentTrust';
import { TrustRule } from './TrustRule';

const TRUST: TrustRule[] = [
  { originLocation: 'url:https://github.com/acme/*', kinds: ['Agent'] },
  {
    originLocation: 'url:https://github.com/policies/*',
    kinds: ['AgentPolicy'],
  },
  {
    originLocation: 'url:https://github.com/shared/*',
    kinds: ['Agent'],
    owners: ['group:default/payments'],
  },
  { originLocation: 'file:*/agents/*', kinds: ['Agent'] },
];

function agentFrom(origin: string | undefined, owner = 'payments'): Entity {
  return {
    apiVersion: 'agent-governance.io/v1alpha1',
    kind: 'Agent',
    metadata: {
      name: 'bot',
      annotations: origin
        ? { 'backstage.io/managed-by-origin-location': origin }
        : {
            'backstage.io/managed-by-location': 'url:https://github.com/acme/a',
          },
    },
    spec: { owner },
  };
}

const judge = (origin: string | undefined, owner?: string) =>
  judgeAgentTrust(agentFrom(origin, owner), TRUST);

describe('judgeAgentTrust', () => {
  it('trusts an agent from a named place, and says by which rule', () => {
    expect(
      judge('url:https://github.com/acme/a/blob/main/agents.yaml'),
    ).toEqual({
      trusted: true,
      originLocation: 'url:https://github.com/acme/a/blob/main/agents.yaml',
      rule: TRUST[0],
    });
    expect(judge('file:/srv/agents/all.yaml').trusted).toBe(true);
  });

  it('trusts nothing when nothing is configured', () => {
    expect(
      judgeAgentTrust(agentFrom('url:https://github.com/acme/a'), []),
    ).toEqual({ trusted: false, reason: expect.stringContaining('acme/a') });
  });

  it.each([
    ['another place', 'url:https://github.com/evil/a.yaml'],
    ['a place trusted with policies only', 'url:https://github.com/policies/a'],
    ['no origin at all', undefined],
  ])('does not trust an agent from %s', (_, origin) => {
    expect(judge(origin).trusted).toBe(false);
  });

  it.each([
    'url:https://github.com/acme/../evil/a.yaml',
    'url:https://github.com/acme/%2e%2e/evil/a.yaml',
    'url:https://github.com/acme/%252e%252e/evil/a.yaml',
    'url:https://github.com/acme/..%2fevil/a.yaml',
    'url:https://github.com/acme/..\\evil/a.yaml',
    'url:https://github.com/acme/.\t./evil/a.yaml',
    'url:https://github.com/acme/a?path=/x/../../evil.yaml',
    'url:https://github.com/acme/./a.yaml',
    'file:/srv/agents/../evil.yaml',
    'url:https://github.com/acme/%zz',
    `url:https://github.com/acme/%${'25'.repeat(50)}2e`,
  ])('is not led astray by %s', origin => {
    expect(judge(origin)).toEqual({
      trusted: false,
      reason: expect.stringContaining('plain form'),
    });
  });

  it('counts only the named owners where owners are named', () => {
    const origin = 'url:https://github.com/shared/a.yaml';
    expect(judge(origin, 'Group:default/Payments').trusted).toBe(true);
    expect(judge(origin, 'payments').trusted).toBe(true);
    expect(judge(origin, 'other').trusted).toBe(false);
    expect(judge(origin, 'user:default/payments').trusted).toBe(false);
    expect(judge(origin, ':').trusted).toBe(false);
  });

  it('reads an owner without namespace in the namespace of the agent', () => {
    const agent = agentFrom('url:https://github.com/shared/a.yaml');
    agent.metadata.namespace = 'elsewhere';
    expect(judgeAgentTrust(agent, TRUST).trusted).toBe(false);
  });
});
