import { UnblockStep } from '@agentgov/backstage-plugin-agent-governance-common';
import { AgentGovernanceLinks } from '../../links';
import { whereTo } from './whereTo';

const links: Required<AgentGovernanceLinks> = {
  freeze: id => `/freezes?freeze=${id}`,
  stop: id => `/stops?release=${id}`,
  approval: id => `/approvals?request=${id}`,
  policy: ref => `/${ref}/policy`,
  policies: () => '/policies',
  delegations: () => '/delegations',
  simulator: () => '/simulator',
  mcpTools: ref => `/${ref}/mcp-tools`,
  agentsAt: ref => `/${ref}/agents`,
};
const aStep = (changes: Partial<UnblockStep>): UnblockStep => ({
  kind: 'retry',
  message: '',
  who: [],
  verdict: 'allow',
  ...changes,
});
const TARGET = 'component:default/payments-api';

describe('whereTo', () => {
  it.each<[string, Partial<UnblockStep>, string, string]>([
    [
      'a freeze',
      { kind: 'freeze-ends', about: { kind: 'freeze', ref: 'f1' } },
      '/freezes?freeze=f1',
      'See the freeze',
    ],
    [
      'a stop',
      { kind: 'stop-released', about: { kind: 'stop', ref: 's1' } },
      '/stops?release=s1',
      'See the stop',
    ],
    [
      'a policy',
      {
        kind: 'policy-changed',
        about: { kind: 'policy', ref: 'agentpolicy:default/guard' },
      },
      '/agentpolicy:default/guard/policy',
      'See the policy',
    ],
    [
      'what the target says of agents',
      { kind: 'policy-changed', about: { kind: 'entity', ref: TARGET } },
      `/${TARGET}/agents`,
      'See it on the page of payments-api',
    ],
    [
      'an incident',
      { kind: 'incident-resolved', about: { kind: 'entity', ref: TARGET } },
      `/${TARGET}/agents`,
      'See it on the page of payments-api',
    ],
    [
      'context',
      { kind: 'context-renewed', about: { kind: 'entity', ref: TARGET } },
      `/${TARGET}/agents`,
      'Renew it on the page of payments-api',
    ],
    [
      'a delegation',
      { kind: 'owner-delegates' },
      '/delegations',
      'See the delegations',
    ],
    ['a grant', { kind: 'grant' }, '/policies', 'See the policies there are'],
    [
      'a review',
      { kind: 'review' },
      '/approvals?request=r1',
      'See it among the approvals',
    ],
  ])('leads to the place of %s', (_, step, href, text) => {
    expect(whereTo(aStep(step), links, 'r1')).toEqual({ href, text });
    expect(whereTo(aStep(step), {}, 'r1')).toBeUndefined();
  });

  it('leads nowhere where nothing waits, and where there is no place', () => {
    expect(whereTo(aStep({ kind: 'review' }), links)).toBeUndefined();
    expect(whereTo(aStep({ kind: 'wait' }), links, 'r1')).toBeUndefined();
    expect(whereTo(aStep({ kind: 'retry' }), links, 'r1')).toBeUndefined();
  });
});
