import { readFileSync } from 'node:fs';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { readConditionsConfig } from './readConditionsConfig';

const environments = ['staging', 'production'].map((name, rank) => ({
  name,
  owner: 'group:default/sre',
  rank,
  production: name === 'production',
}));
const SECRET = 'a secret of some length';
const TOKEN = SECRET.replaceAll(' ', '-');
const generic: JsonObject = {
  id: 'monitoring',
  type: 'generic',
  kind: 'health',
  secrets: [SECRET],
};

function read(conditions: JsonObject | undefined) {
  return readConditionsConfig(
    new ConfigReader({
      agentGovernance: conditions ? { conditions } : {},
    }),
    environments,
  );
}

describe('readConditionsConfig', () => {
  it('listens to nobody by default', () => {
    expect(read(undefined)).toEqual({ sources: [], clockSkewMs: 30_000 });
  });

  it('has a default for everything but who it is and how it proves it', () => {
    const [source] = read({ sources: [generic] }).sources;
    expect(source).toEqual({
      id: 'monitoring',
      title: 'monitoring',
      type: 'generic',
      kind: 'health',
      secrets: [SECRET],
      ttlMs: 600_000,
      quietAfterMs: 600_000,
      toleranceMs: 300_000,
      entities: { map: new Map(), label: 'entity' },
      environmentMap: new Map(),
      topics: [],
    });
  });

  it('believes incidents for a day and deployments for an hour', () => {
    const ttlOf = (kind: string) =>
      read({ sources: [{ ...generic, kind }] }).sources[0].ttlMs;
    expect(ttlOf('incident')).toBe(24 * 3_600_000);
    expect(ttlOf('deployment')).toBe(3_600_000);
  });

  it('reads how a source names things, refs in full', () => {
    const [source] = read({
      sources: [
        {
          id: 'pagerduty',
          title: 'PagerDuty',
          type: 'pagerduty',
          kind: 'incident',
          secrets: [SECRET, `${SECRET}, the next`],
          ttl: 'P2D',
          quietAfter: 'never',
          entities: {
            map: { PF9KMXH: 'orders-api', PX: ['System:Payments', 'a'] },
            annotation: 'pagerduty.com/service-id',
          },
          environment: 'production',
          topics: ['pagerduty'],
        },
      ],
    }).sources;
    expect(source).toMatchObject({
      title: 'PagerDuty',
      ttlMs: 2 * 24 * 3_600_000,
      entities: {
        map: new Map([
          ['PF9KMXH', ['component:default/orders-api']],
          ['PX', ['system:default/payments', 'component:default/a']],
        ]),
        annotation: 'pagerduty.com/service-id',
      },
      environment: 'production',
      topics: ['pagerduty'],
    });
    expect(source).not.toHaveProperty('quietAfterMs');
  });

  it('reads the labels and tokens of alerts', () => {
    const [source] = read({
      sources: [
        {
          id: 'alerts',
          type: 'alertmanager',
          kind: 'health',
          tokens: [TOKEN],
          entities: { label: 'service' },
          environments: { label: 'env', map: { prod: 'production' } },
        },
      ],
    }).sources;
    expect(source).toMatchObject({
      secrets: [TOKEN],
      entities: { label: 'service' },
      environmentLabel: 'env',
      environmentMap: new Map([['prod', 'production']]),
    });
  });

  const key = 'agentGovernance.conditions.sources[0]';
  const bad: Array<[string, JsonObject, string]> = [
    ['an id nobody could write', { ...generic, id: 'A B' }, `${key}.id`],
    ['a type it does not know', { ...generic, type: 'x' }, `${key}.type`],
    ['a kind it does not know', { ...generic, kind: 'x' }, `${key}.kind`],
    [
      'health from PagerDuty',
      { ...generic, type: 'pagerduty' },
      `${key}.kind must be incident`,
    ],
    [
      'deployments from Alertmanager',
      { ...generic, type: 'alertmanager', kind: 'deployment' },
      `${key}.kind must be incident or health`,
    ],
    [
      'no secret',
      { ...generic, secrets: [] },
      `${key}.secrets must list one, or two while they are changed`,
    ],
    [
      'three secrets',
      { ...generic, secrets: [SECRET, SECRET, SECRET] },
      `${key}.secrets`,
    ],
    [
      'a secret that can be guessed',
      { ...generic, secrets: ['short'] },
      `${key}.secrets[0] must be at least 16 characters long`,
    ],
    [
      'a token where it signs',
      { ...generic, tokens: [SECRET] },
      `${key}.tokens is not for type generic, which takes secrets`,
    ],
    [
      'a token that no header could carry',
      {
        id: 'alerts',
        type: 'alertmanager',
        kind: 'health',
        tokens: [SECRET],
      },
      `${key}.tokens[0] must be without spaces`,
    ],
    ['a ttl that is none', { ...generic, ttl: 'soon' }, `${key}.ttl`],
    [
      'a silence that is none',
      { ...generic, quietAfter: 'always' },
      `${key}.quietAfter`,
    ],
    [
      'an entity that is none',
      { ...generic, entities: { map: { x: ['a', ''] } } },
      `${key}.entities.map.x`,
    ],
    [
      'an environment that is not configured',
      { ...generic, environment: 'moon' },
      `${key}.environment must be one of staging, production, and is 'moon'`,
    ],
    [
      'the same in a map',
      { ...generic, environments: { map: { m: 'moon' } } },
      `${key}.environments.map.m`,
    ],
    ['a misspelt key', { ...generic, secret: 'x' }, `${key}.secret`],
  ];

  it.each(bad)(
    'stops the start at %s, and says where',
    (_, source, message) => {
      expect(() => read({ sources: [source] })).toThrow(message);
    },
  );

  it('never repeats a secret', () => {
    expect(() =>
      read({ sources: [{ ...generic, secrets: ['hush'] }] }),
    ).toThrow(/^(?!.*hush)/);
  });

  it('stops the start at two sources of one id', () => {
    expect(() => read({ sources: [generic, generic] })).toThrow(
      `names 'monitoring' twice`,
    );
  });

  it('documents every key it reads', () => {
    const documented = readFileSync(
      resolvePackagePath(
        '@agentgov/backstage-plugin-agent-governance-backend',
        'config.d.ts',
      ),
      'utf8',
    );
    const knownAt = (source: JsonObject): string[] => {
      try {
        read({ sources: [source] });
      } catch (error) {
        return String(error)
          .replace(/.*known are /, '')
          .split(', ');
      }
      return [];
    };
    const places = [
      { ...generic, nobody: 1 },
      { ...generic, entities: { nobody: 1 } },
      { ...generic, environments: { nobody: 1 } },
    ];
    for (const known of places.map(knownAt)) {
      expect(known.length).toBeGreaterThan(1);
      for (const name of known) {
        expect(documented).toMatch(new RegExp(`\\n\\s+${name}\\??: `));
      }
    }
  });
});
