import { ConfigReader } from '@backstage/config';
import { Environment } from '@agentgov/backstage-plugin-agent-governance-common';
import { readFreezesConfig } from './readFreezesConfig';

const environments: Environment[] = [
  { name: 'production', owner: 'group:default/sre', rank: 1, production: true },
];
const calendar = {
  id: 'releases',
  url: 'https://calendar.example.com/secret-key.ics',
  scope: { environments: ['production'] },
  owner: 'sre',
  zone: 'Europe/Berlin',
};
const read = (freezes: object) =>
  readFreezesConfig(
    new ConfigReader({ agentGovernance: { freezes } } as never),
    environments,
  );

describe('readFreezesConfig', () => {
  it('reads calendars, four refreshes to a ttl', () => {
    expect(
      read({
        exceptionQuorum: 2,
        calendars: [
          {
            ...calendar,
            scope: {
              entityRef: 'System:Payments',
              targets: { kind: 'component' },
              actions: ['deployments:*'],
            },
            refresh: 'PT5M',
          },
        ],
      }),
    ).toEqual({
      exceptionQuorum: 2,
      calendars: [
        {
          id: 'releases',
          url: calendar.url,
          scope: {
            entityRef: 'system:default/payments',
            targets: { kind: 'component' },
            actions: ['deployments:*'],
          },
          owner: 'group:default/sre',
          zone: 'Europe/Berlin',
          refreshMs: 300_000,
          ttlMs: 1_200_000,
        },
      ],
    });
  });

  it.each<[object, string]>([
    [{ quorum: 2 }, 'agentGovernance.freezes.quorum is not a known key'],
    [{ exceptionQuorum: 0 }, 'agentGovernance.freezes.exceptionQuorum'],
    [{ exceptionQuorum: 11 }, 'agentGovernance.freezes.exceptionQuorum'],
    [{ calendars: [calendar, calendar] }, "calendars names 'releases' twice"],
    ...(
      [
        [{ id: 'Release Days' }, 'id must be lower-case'],
        [{ url: 'file:///etc/passwd' }, 'url must be an http or https address'],
        [{ url: 'https://' }, 'url must be an http or https address'],
        [{ scope: {} }, 'scope must name an entity'],
        [{ scope: { entity: 'a' } }, 'scope.entity is not a known key'],
        [
          { scope: { environments: ['moon'] } },
          'scope.environments[0] unknown',
        ],
        [
          { scope: { targets: { $some: 1 } } },
          'scope.targets must be a filter',
        ],
        [
          { scope: { ...calendar.scope, actions: ['*:deploy'] } },
          'scope.actions[0] must be an action id',
        ],
        [{ owner: 'component:default/a' }, 'owner must be the entity ref of'],
        [{ zone: 'Berlin' }, 'zone must be the IANA name'],
        [{ refresh: 'PT59S' }, 'refresh must be at least a minute'],
        [{ ttl: 'PT15M' }, 'ttl must be longer than refresh'],
        [{ colour: 'red' }, 'colour is not a known key'],
      ] as Array<[object, string]>
    ).map(([changes, message]): [object, string] => [
      { calendars: [{ ...calendar, ...changes }] },
      `agentGovernance.freezes.calendars[0].${message}`,
    ]),
  ])('refuses %j, naming the key', (freezes, message) => {
    expect(() => read(freezes)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining(message),
      }),
    );
  });

  it('does not say the address, which may hold the key to the calendar', () => {
    expect(() =>
      read({ calendars: [{ ...calendar, url: 'ftp://secret-key' }] }),
    ).toThrow(expect.not.stringContaining('secret-key') as never);
  });
});
