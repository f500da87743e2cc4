import { ConfigReader } from '@backstage/config';
import { readTrust } from './readTrust';

const read = (trust: unknown) =>
  readTrust(new ConfigReader({ agentGovernance: { trust } } as never));

describe('readTrust', () => {
  it('trusts nothing when nothing is configured', () => {
    expect(readTrust(new ConfigReader({}))).toEqual([]);
  });

  it('completes the refs of owners', () => {
    expect(
      read([
        {
          originLocation: 'file:*/agents.yaml',
          kinds: ['Agent', 'AgentPolicy'],
          owners: ['Payments', 'user:Ops/Jo'],
          levels: ['team'],
        },
      ]),
    ).toEqual([
      {
        originLocation: 'file:*/agents.yaml',
        kinds: ['Agent', 'AgentPolicy'],
        owners: ['group:default/payments', 'user:ops/jo'],
        levels: ['team'],
      },
    ]);
  });

  it.each([
    [{ kinds: ['Agent'] }, 'agentGovernance.trust[0].originLocation'],
    [{ originLocation: 'file:*' }, 'agentGovernance.trust[0].kinds'],
    [
      { originLocation: '*', kinds: ['Agent'] },
      'agentGovernance.trust[0].originLocation must start with the type',
    ],
    [
      { originLocation: 'file:*', kinds: ['Agent', 'agent'] },
      'agentGovernance.trust[0].kinds[1] must be one of Agent, AgentPolicy',
    ],
    [
      { originLocation: 'file:*', kinds: ['Agent'], owner: ['payments'] },
      'agentGovernance.trust[0].owner is not a known key',
    ],
    [
      { originLocation: 'file:*', kinds: ['Agent'], owners: [':'] },
      'agentGovernance.trust[0].owners[0] must be an entity reference',
    ],
    [
      { originLocation: 'file:*', kinds: ['AgentPolicy'], levels: ['agent'] },
      'agentGovernance.trust[0].levels[0] must be one of organization, environment, team, service',
    ],
  ])('refuses %j and names the key', (rule, message) => {
    expect(() => read([rule])).toThrow(
      expect.objectContaining({ message: expect.stringContaining(message) }),
    );
  });
});
