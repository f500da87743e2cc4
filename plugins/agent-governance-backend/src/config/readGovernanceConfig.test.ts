import { readFileSync } from 'node:fs';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { JsonObject } from '@backstage/types';
import { readGovernanceConfig } from './readGovernanceConfig';

const environments = [
  { name: 'staging', owner: 'payments', production: false },
  { name: 'production', owner: 'Group:Default/SRE', production: true },
];

function read(agentGovernance: JsonObject | undefined) {
  return readGovernanceConfig(
    new ConfigReader(agentGovernance ? { agentGovernance } : {}),
  );
}

describe('readGovernanceConfig', () => {
  it('has a default for everything but the environments', () => {
    expect(read({ environments })).toEqual({
      environments: [
        {
          name: 'staging',
          owner: 'group:default/payments',
          rank: 0,
          production: false,
        },
        {
          name: 'production',
          owner: 'group:default/sre',
          rank: 1,
          production: true,
        },
      ],
      admins: [],
      fallbackReviewers: [],
      mappedRoutes: [],
      mcp: { callsPerMinute: 600, servers: [] },
      portalActions: [],
      policyAdmins: [],
      policies: { pollMs: 2_000, topics: [] },
      requiredLevels: [],
      limits: {
        openRequestsPerAgent: 50,
        inputBytes: 65_536,
        contextValueBytes: 65_536,
      },
      checkpoint: { decideWithin: 'PT4H', executeWithin: 'PT30M' },
      execution: {
        leaseMs: 30_000,
        timeoutMs: 300_000,
        pollMs: 1_000,
        maxAttempts: 5,
        concurrency: 4,
      },
      context: {
        standards: [],
        sources: [],
        snapshotTtlMs: 3_600_000,
        clockSkewMs: 30_000,
      },
      tiers: [],
      timeZone: 'UTC',
      trust: [],
      conditions: { sources: [], clockSkewMs: 30_000 },
      topology: { maxDepth: 6, maxNodes: 500 },
      freezes: { exceptionQuorum: 1, calendars: [] },
      delegations: { maxDurationMs: 7 * 86_400_000 },
      replays: {
        atOnce: 1,
        flips: 5_000,
        keepMs: 30 * 86_400_000,
        keepMost: 500,
        progressMs: 1_000,
        leaseMs: 30_000,
      },
      stops: { releaseQuorum: 2 },
      policyChanges: { adoptWithinMs: 0 },
    });
  });

  it('asks the policy admins about changes of policies where it is not said whom', () => {
    const policyAdmins = ['group:default/platform'];
    const changes = (policyChanges: object) =>
      read({ environments, policyAdmins, policyChanges }).policyChanges;
    expect(changes({ quorum: {} })).toEqual({
      quorum: { levels: ['organization'], from: policyAdmins, count: 2 },
      adoptWithinMs: 0,
    });
    expect(
      changes({ quorum: { from: 'SRE', count: 3 }, adoptWithin: 'PT1H' }),
    ).toEqual({
      quorum: {
        levels: ['organization'],
        from: ['group:default/sre'],
        count: 3,
      },
      adoptWithinMs: 3_600_000,
    });
  });

  it('reads what is set, refs in full and durations in either form', () => {
    expect(
      read({
        environments: [{ ...environments[0], rank: 7 }],
        admins: ['platform', 'User:Ana'],
        fallbackReviewers: ['user:default/bo'],
        policyAdmins: ['Platform'],
        policies: { poll: { milliseconds: 500 }, topics: ['github.push'] },
        requiredLevels: ['portal', 'team'],
        limits: { openRequestsPerAgent: 3, inputBytes: 2048 },
        checkpoint: { decideWithin: { minutes: 90 }, executeWithin: 'PT10M' },
        execution: { lease: 'PT5S', poll: { milliseconds: 100 } },
        context: {
          standards: {
            runbook: {
              title: 'Runbook',
              warnAfter: 'P7D',
              errorAfter: { days: 30 },
              signOffBy: 'target-owner',
            },
            'data-class': { signOffBy: 'privacy' },
          },
          sources: {
            wiki: { subject: 'external:wiki', factTypes: ['runbook'] },
          },
          snapshotTtl: 'PT5M',
        },
      }),
    ).toMatchObject({
      environments: [{ rank: 7 }],
      admins: ['group:default/platform', 'user:default/ana'],
      fallbackReviewers: ['user:default/bo'],
      policyAdmins: ['group:default/platform'],
      policies: { pollMs: 500, topics: ['github.push'] },
      requiredLevels: ['portal', 'team'],
      limits: { openRequestsPerAgent: 3, inputBytes: 2048 },
      checkpoint: { decideWithin: 'PT1H30M', executeWithin: 'PT10M' },
      execution: { leaseMs: 5_000, pollMs: 100, timeoutMs: 300_000 },
      context: {
        standards: [
          {
            factType: 'runbook',
            title: 'Runbook',
            warnAfterSeconds: 604_800,
            errorAfterSeconds: 2_592_000,
            signOffBy: 'target-owner',
          },
          {
            factType: 'data-class',
            title: 'data-class',
            signOffBy: 'group:default/privacy',
          },
        ],
        sources: [
          { id: 'wiki', subject: 'external:wiki', factTypes: ['runbook'] },
        ],
        snapshotTtlMs: 300_000,
      },
    });
  });

  const bad: Array<[string, JsonObject | undefined, string]> = [
    ['nothing at all', undefined, 'agentGovernance.environments'],
    ['no environments', {}, 'agentGovernance.environments'],
    ['an empty list', { environments: [] }, 'agentGovernance.environments'],
    [
      'two environments of one name',
      { environments: [environments[0], environments[0]] },
      'agentGovernance.environments',
    ],
    [
      'an environment nobody could name',
      { environments: [{ ...environments[0], name: 'Staging 1' }] },
      'agentGovernance.environments[0].name',
    ],
    [
      'an environment nobody answers for',
      { environments: [{ name: 'a', production: true }] },
      'environments[0].owner',
    ],
    [
      'an owner that is no group or person',
      { environments: [{ ...environments[0], owner: 'component:x' }] },
      'agentGovernance.environments[0].owner',
    ],
    [
      'an environment of which nobody knows whether customers are on it',
      { environments: [{ name: 'a', owner: 'b' }] },
      'environments[0].production',
    ],
    [
      'a rank that is no number',
      { environments: [{ ...environments[0], rank: 'first' }] },
      'agentGovernance.environments[0].rank',
    ],
    [
      'an admin that is an agent',
      { environments, admins: ['agent:default/bot'] },
      'agentGovernance.admins[0]',
    ],
    [
      'a policy admin that is no owner',
      { environments, policyAdmins: ['component:api'] },
      'agentGovernance.policyAdmins[0]',
    ],
    [
      'policies that are looked at once a minute',
      { environments, policies: { poll: 'PT1M' } },
      'agentGovernance.policies.poll',
    ],
    [
      'a reviewer that is no ref',
      { environments, fallbackReviewers: ['a:b:c'] },
      'agentGovernance.fallbackReviewers[0]',
    ],
    [
      'a level nobody grants on',
      { environments, requiredLevels: ['agent'] },
      'agentGovernance.requiredLevels[0]',
    ],
    [
      'a limit of nothing',
      { environments, limits: { openRequestsPerAgent: 0 } },
      'agentGovernance.limits.openRequestsPerAgent',
    ],
    [
      'a limit that is text',
      { environments, limits: { inputBytes: '64k' } },
      'agentGovernance.limits.inputBytes',
    ],
    [
      'a limit beyond all limits',
      { environments, limits: { contextValueBytes: 2 ** 30 } },
      'agentGovernance.limits.contextValueBytes',
    ],
    [
      'a time that is a bare number',
      { environments, checkpoint: { decideWithin: '4' } },
      'agentGovernance.checkpoint.decideWithin',
    ],
    [
      'a time that is nothing',
      { environments, execution: { lease: 'PT0S' } },
      'agentGovernance.execution.lease',
    ],
    [
      'a time that runs backwards',
      { environments, execution: { timeout: '-PT5S' } },
      'agentGovernance.execution.timeout',
    ],
    [
      'attempts in halves',
      { environments, execution: { maxAttempts: 1.5 } },
      'agentGovernance.execution.maxAttempts',
    ],
    [
      'a warning after the error',
      {
        environments,
        context: {
          standards: { runbook: { warnAfter: 'P2D', errorAfter: 'P1D' } },
        },
      },
      'agentGovernance.context.standards.runbook.warnAfter',
    ],
    [
      'a source without a subject',
      { environments, context: { sources: { wiki: { factTypes: [] } } } },
      'context.sources.wiki.subject',
    ],
    [
      'a source that states what the catalog states',
      {
        environments,
        context: { sources: { wiki: { subject: 's', factTypes: ['owner'] } } },
      },
      'agentGovernance.context.sources.wiki.factTypes',
    ],
    [
      'a depth without end',
      { environments, topology: { maxDepth: 21 } },
      'agentGovernance.topology.maxDepth',
    ],
    [
      'a delegation for no time at all',
      { environments, delegations: { maxDuration: 'PT0S' } },
      'agentGovernance.delegations.maxDuration',
    ],
    [
      'a delegation for ever',
      { environments, delegations: { maxDuration: 'for ever' } },
      'agentGovernance.delegations.maxDuration',
    ],
    [
      'something else about delegations',
      { environments, delegations: { maxDurations: 'P1D' } },
      'agentGovernance.delegations.maxDurations',
    ],
    [
      'more replays than a machine has room for',
      { environments, replays: { atOnce: 9 } },
      'agentGovernance.replays.atOnce',
    ],
    [
      'a misspelt setting of replays',
      { environments, replays: { keepFor: 'P1D' } },
      'agentGovernance.replays.keepFor',
    ],
    [
      'a release by nobody',
      { environments, stops: { releaseQuorum: 0 } },
      'agentGovernance.stops.releaseQuorum',
    ],
    [
      'a quorum nobody could be part of',
      { environments, policyChanges: { quorum: {} } },
      'agentGovernance.policyChanges.quorum.from',
    ],
    [
      'a quorum of nobody',
      {
        environments,
        policyAdmins: ['platform'],
        policyChanges: { quorum: { count: 0 } },
      },
      'agentGovernance.policyChanges.quorum.count',
    ],
    [
      'a level that is not asked about',
      {
        environments,
        policyAdmins: ['platform'],
        policyChanges: { quorum: { levels: ['team'] } },
      },
      'agentGovernance.policyChanges.quorum.levels',
    ],
    [
      'a portal that is filled for ever',
      { environments, policyChanges: { adoptWithin: 'P2D' } },
      'agentGovernance.policyChanges.adoptWithin',
    ],
    [
      'a misspelt quorum',
      { environments, policyChanges: { quorom: {} } },
      'agentGovernance.policyChanges.quorom',
    ],
    [
      'a key nobody reads',
      { environments, fallbackReviewer: ['user:default/bo'] },
      'agentGovernance.fallbackReviewer',
    ],
    [
      'a key nobody reads, further down',
      { environments, execution: { retries: 3 } },
      'agentGovernance.execution.retries',
    ],
  ];

  it.each(bad)(
    'stops the start at %s, and names the key',
    (_name, config, key) => {
      expect(() => read(config)).toThrow(key);
    },
  );

  it('says what is allowed', () => {
    expect(() => read({ environments, execution: { concurrency: 0 } })).toThrow(
      'Invalid configuration: agentGovernance.execution.concurrency must be a whole number from 1 to 100, and is 0',
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
    const places: JsonObject[] = [
      { nobody: 1 },
      { environments: [{ nobody: 1 }] },
      ...[
        'limits',
        'checkpoint',
        'execution',
        'context',
        'conditions',
        'topology',
        'stops',
      ].map(key => ({ environments, [key]: { nobody: 1 } })),
      { environments, context: { standards: { a: { nobody: 1 } } } },
      { environments, context: { sources: { a: { nobody: 1 } } } },
    ];
    for (const place of places) {
      const known = knownKeysAt(place);
      expect(known.length).toBeGreaterThan(0);
      for (const key of known) {
        expect(documented).toMatch(new RegExp(`\\n\\s+${key}\\??: `));
      }
    }
  });
});

/** The keys a reader names when it refuses one that it does not know. */
function knownKeysAt(config: JsonObject): string[] {
  try {
    read(config);
  } catch (error) {
    return /known are (.+)$/.exec(String(error))?.[1].split(', ') ?? [];
  }
  return [];
}
