import { mockServices } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { readGovernanceConfig } from './readGovernanceConfig';

const environments = [
  { name: 'production', owner: 'group:SRE', rank: 2, production: true },
  { name: 'staging', owner: 'platform', rank: 1, production: false },
];
const read = (agentGovernance: JsonObject) =>
  readGovernanceConfig(mockServices.rootConfig({ data: { agentGovernance } }));

describe('readGovernanceConfig', () => {
  it('fills in what is not said', () => {
    expect(read({ environments })).toMatchObject({
      environments: [
        { name: 'staging', owner: 'group:default/platform' },
        { name: 'production', owner: 'group:default/sre' },
      ],
      admins: [],
      fallbackReviewers: [],
      requiredLevels: [],
      limits: { openRequestsPerAgent: 50, inputBytes: 65_536 },
      checkpoint: { decideWithin: 'PT4H', executeWithin: 'PT30M' },
      execution: { leaseMs: 30_000, timeoutMs: 300_000, pollMs: 1_000 },
      context: { standards: [], sources: [], snapshotTtlMs: 3_600_000 },
      topology: { maxDepth: 6, maxNodes: 500 },
    });
  });

  it('reads durations in both forms', () => {
    const { checkpoint, context } = read({
      environments,
      checkpoint: { decideWithin: { hours: 26 }, executeWithin: 'PT90S' },
      context: {
        standards: {
          template: { warnAfter: 'P20D', errorAfter: { days: 30 }, signOffBy: 'target-owner' },
        },
      },
    });
    expect(checkpoint.executeWithin).toBe('PT1M30S');
    expect(context.standards).toEqual([
      {
        factType: 'template',
        title: 'template',
        warnAfterSeconds: 20 * 86_400,
        errorAfterSeconds: 30 * 86_400,
        signOffBy: 'target-owner',
      },
    ]);
  });

  it.each<[string, JsonObject, RegExp]>([
    ['no environment', {}, /agentGovernance\.environments must list at least one/],
    [
      'two environments of one name',
      { environments: [environments[0], environments[0]] },
      /names 'production' twice/,
    ],
    [
      'an owner that owns nothing',
      { environments: [{ ...environments[0], owner: 'component:a' }] },
      /environments\[0\]\.owner must be the entity ref of a group or user/,
    ],
    [
      'a misspelt key',
      { environments, limit: {} },
      /agentGovernance\.limit is not a known key/,
    ],
    [
      'a number out of bounds',
      { environments, limits: { openRequestsPerAgent: 0 } },
      /limits\.openRequestsPerAgent must be a whole number from 1 to 10000/,
    ],
    [
      'a duration that is none',
      { environments, execution: { lease: 'soon' } },
      /execution\.lease must be a duration/,
    ],
    [
      'a duration of nothing',
      { environments, checkpoint: { decideWithin: 'PT0S' } },
      /checkpoint\.decideWithin must be a duration longer than nothing/,
    ],
    [
      'a level nothing is granted on',
      { environments, requiredLevels: ['galaxy'] },
      /requiredLevels\[0\] must be one of/,
    ],
    [
      'a warning after the error',
      {
        environments,
        context: { standards: { runbook: { warnAfter: 'P9D', errorAfter: 'P1D' } } },
      },
      /standards\.runbook\.warnAfter must not be longer/,
    ],
    [
      'a source that speaks for the catalog',
      {
        environments,
        context: { sources: { registry: { subject: 'x', factTypes: ['owner'] } } },
      },
      /sources\.registry\.factTypes may not name 'owner'/,
    ],
  ])('stops the start at %s, by name', (_, config, message) => {
    expect(() => read(config)).toThrow(message);
  });
});
