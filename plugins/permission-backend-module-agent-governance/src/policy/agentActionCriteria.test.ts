import { freezeCondition } from '@agentgov/backstage-plugin-agent-governance-common';
import { HealthStatus } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  FactChanges,
  sampleFacts,
  unknownFact,
} from '@agentgov/backstage-plugin-agent-governance-common/testUtils';
import { decideWithPolicy } from '@agentgov/backstage-plugin-agent-governance-node/testUtils';
import { ConfigReader } from '@backstage/config';
import { agentGovernancePolicy } from './agentGovernancePolicy';

const policy = agentGovernancePolicy(new ConfigReader({}));

type Outcome = 'allow' | 'hold' | 'denied' | 'could-not-evaluate';
type Row = [what: string, changes: FactChanges, outcome: Outcome];

const read: FactChanges = {
  'action.effectClass': 'read',
  'action.mutates': false,
  'action.reversible': false,
};
const health = (status: HealthStatus): FactChanges => ({
  'conditions.health': { status, source: 'probe', reportedAt: '2026-11-20' },
});
const production: FactChanges = {
  'environment.name': 'production',
  'environment.production': true,
  ...health('healthy'),
};
const foreign: FactChanges = {
  'topology.ownedByAgentOwner': false,
  'target.owner': 'group:default/checkout',
};
const freeze: FactChanges = {
  'conditions.freeze': freezeCondition([
    {
      id: 'f',
      reason: 'release-week',
      owner: 'group:default/sre',
      from: '2026-11-20T00:00:00Z',
      to: '2026-11-22T18:00:00Z',
      scope: 'everything',
    },
  ]),
};
const quoted = (
  result: 'matches' | 'mismatch' | 'expired' | 'none',
): FactChanges => ({ 'context.quoted': { result } });
const asksNoQuote: FactChanges = { 'action.quotesContext': false };
const runbook = (
  freshness: 'fresh' | 'ageing' | 'stale' | 'unknown',
): FactChanges => ({
  'context.required': [{ factType: 'runbook', freshness }],
});
const noUndo: FactChanges = { 'action.reversible': false };
const unknown = (...paths: Array<keyof FactChanges>): FactChanges =>
  Object.fromEntries(paths.map(path => [path, unknownFact]));

const rows: Row[] = [
  // Reads
  ['a read, quote holds', { ...read }, 'allow'],
  ['a read in production', { ...read, ...production }, 'allow'],
  ['a read of what another owner owns', { ...read, ...foreign }, 'allow'],
  ['a read during a freeze', { ...read, ...freeze }, 'allow'],
  ['a read with stale context', { ...read, ...runbook('stale') }, 'allow'],
  [
    'a read that asks no quote',
    { ...read, ...asksNoQuote, ...quoted('none') },
    'allow',
  ],
  ['a read whose quote is missing', { ...read, ...quoted('none') }, 'hold'],
  [
    'the same, another owner',
    { ...read, ...foreign, ...quoted('none') },
    'hold',
  ],
  ['the same, frozen', { ...read, ...freeze, ...quoted('none') }, 'hold'],
  ['a read whose quote expired', { ...read, ...quoted('expired') }, 'hold'],
  [
    'a read whose unasked quote expired',
    { ...read, ...asksNoQuote, ...quoted('expired') },
    'hold',
  ],
  [
    'a read whose quote mismatches',
    { ...read, ...quoted('mismatch') },
    'denied',
  ],
  [
    'a read whose unasked quote mismatches',
    { ...read, ...asksNoQuote, ...quoted('mismatch') },
    'denied',
  ],
  [
    'a read, quote unknown',
    { ...read, ...unknown('context.quoted') },
    'could-not-evaluate',
  ],
  [
    'a read, unknown whether a quote is asked, it holds',
    { ...read, ...unknown('action.quotesContext') },
    'allow',
  ],
  [
    'a read, unknown whether a quote is asked, none given',
    { ...read, ...unknown('action.quotesContext'), ...quoted('none') },
    'hold',
  ],
  [
    'a read, freeze and owners unknown',
    { ...read, ...unknown('conditions.freeze', 'topology.ownedByAgentOwner') },
    'allow',
  ],

  // Changes outside production
  ['a change outside production', {}, 'allow'],
  ['the same, nothing quoted', quoted('none'), 'allow'],
  ['the same, quote expired', quoted('expired'), 'hold'],
  ['the same, quote mismatches', quoted('mismatch'), 'denied'],
  ['the same, quote unknown', unknown('context.quoted'), 'could-not-evaluate'],
  ['the same, no undo', noUndo, 'allow'],
  ['the same, unhealthy', health('unhealthy'), 'allow'],
  ['the same, context stale', runbook('stale'), 'allow'],
  ['the same, context unknown', unknown('context.required'), 'allow'],
  ['the same, frozen', freeze, 'denied'],
  [
    'the same, freeze unknown',
    unknown('conditions.freeze'),
    'could-not-evaluate',
  ],
  ['the same, another owner', foreign, 'denied'],
  [
    'the same, owner unknown',
    unknown('topology.ownedByAgentOwner'),
    'could-not-evaluate',
  ],
  [
    'the same, unknown whether production',
    unknown('environment.production'),
    'hold',
  ],
  [
    'the same, unknown what it changes',
    unknown('action.effectClass'),
    'could-not-evaluate',
  ],

  // Changes in production
  ['a change in production', production, 'allow'],
  [
    'the same, context ageing',
    { ...production, ...runbook('ageing') },
    'allow',
  ],
  [
    'the same, nothing required',
    { ...production, 'context.required': [] },
    'allow',
  ],
  ['the same, context stale', { ...production, ...runbook('stale') }, 'hold'],
  [
    'the same, one fact unknown',
    { ...production, ...runbook('unknown') },
    'hold',
  ],
  [
    'the same, context unknown',
    { ...production, ...unknown('context.required') },
    'hold',
  ],
  ['the same, degraded', { ...production, ...health('degraded') }, 'hold'],
  ['the same, unhealthy', { ...production, ...health('unhealthy') }, 'hold'],
  [
    'the same, health not known',
    { ...production, ...unknown('conditions.health') },
    'hold',
  ],
  [
    'the same, health known too long ago',
    {
      ...production,
      'conditions.health': {
        state: 'stale',
        source: 'probe',
        value: { status: 'healthy', source: 'probe', reportedAt: '2026-11-19' },
      },
    },
    'hold',
  ],
  ['the same, no undo', { ...production, ...noUndo }, 'hold'],
  [
    'the same, undo unknown',
    { ...production, ...unknown('action.reversible') },
    'hold',
  ],
  ['the same, nothing quoted', { ...production, ...quoted('none') }, 'hold'],
  ['the same, quote expired', { ...production, ...quoted('expired') }, 'hold'],
  [
    'the same, quote mismatches',
    { ...production, ...quoted('mismatch') },
    'denied',
  ],
  [
    'the same, quote unknown',
    { ...production, ...unknown('context.quoted') },
    'could-not-evaluate',
  ],
  ['the same, frozen', { ...production, ...freeze }, 'denied'],
  [
    'the same, frozen and no undo',
    { ...production, ...freeze, ...noUndo },
    'denied',
  ],
  [
    'the same, freeze unknown',
    { ...production, ...unknown('conditions.freeze') },
    'could-not-evaluate',
  ],
  ['the same, another owner', { ...production, ...foreign }, 'denied'],
  [
    'the same, another owner and freeze unknown',
    { ...production, ...foreign, ...unknown('conditions.freeze') },
    'denied',
  ],
  [
    'the same, owner unknown',
    { ...production, ...unknown('topology.ownedByAgentOwner') },
    'could-not-evaluate',
  ],
  [
    'the same, nobody knows who would approve',
    { ...production, ...noUndo, ...unknown('target.owner') },
    'could-not-evaluate',
  ],
];

describe('the ready policy', () => {
  it.each(rows)('invariant 11: %s', async (_, changes, outcome) => {
    const { verdict, reason } = await decideWithPolicy(
      policy,
      sampleFacts(changes),
    );
    expect(verdict === 'deny' ? reason : verdict).toBe(outcome);
  });
});
