import {
  FactChanges,
  sampleFacts,
  unknownFact,
} from '@agentgov/backstage-plugin-agent-governance-common/testUtils';
import { decideWithPolicy } from '@agentgov/backstage-plugin-agent-governance-node/testUtils';
import { readFileSync } from 'fs';
import { resolve } from 'path';
import { parse, parseAllDocuments } from 'yaml';
import { EmptyPolicy } from './emptyPolicy';
import { ProductionPolicy } from './productionPolicy';
import { ReadOnlyPolicy } from './readOnlyPolicy';
import { RoleTablePolicy, TableLine } from './RoleTablePolicy';
import { TeamPolicy } from './teamPolicy';

const restart = sampleFacts();
const query = sampleFacts({
  'action.effectClass': 'read',
  'action.mutates': false,
});
const irreversible = sampleFacts({ 'action.reversible': false });
const foreign = sampleFacts({ 'topology.ownedByAgentOwner': false });

describe('the examples of the guide', () => {
  it('an empty policy grants agents nothing', async () => {
    expect(await decideWithPolicy(new EmptyPolicy(), query)).toMatchObject({
      verdict: 'deny',
      reason: 'not-granted',
    });
  });

  it('the read-only policy lets agents read', async () => {
    const policy = new ReadOnlyPolicy();
    expect(await decideWithPolicy(policy, query)).toMatchObject({
      verdict: 'allow',
    });
    expect(await decideWithPolicy(policy, restart)).toMatchObject({
      verdict: 'deny',
      reason: 'denied',
    });
  });

  it('the team policy asks a person where nothing undoes the action', async () => {
    const policy = new TeamPolicy();
    expect(await decideWithPolicy(policy, restart)).toMatchObject({
      verdict: 'allow',
    });
    expect(await decideWithPolicy(policy, irreversible)).toMatchObject({
      verdict: 'hold',
      because: 'Held for approval: no registered action undoes this one.',
    });
    expect(await decideWithPolicy(policy, foreign)).toMatchObject({
      verdict: 'deny',
    });
  });

  it('the production policy leaves to itself what is routine, on what is well', async () => {
    const routine: FactChanges = {
      'environment.production': true,
      'conditions.health': {
        status: 'healthy',
        source: 'probe',
        reportedAt: '2026-11-20T09:59:00Z',
      },
    };
    const cases: Array<[FactChanges, string]> = [
      [{}, 'allow'],
      [{ 'environment.production': false, ...sick('unhealthy') }, 'allow'],
      [sick('degraded'), 'hold'],
      [{ 'conditions.health': unknownFact }, 'hold'],
      [{ 'conditions.incident': unknownFact }, 'hold'],
      [{ 'history.novel': true }, 'hold'],
      [{ 'target.tags': ['pci'] }, 'hold'],
      [{ 'run.failures': 3 }, 'hold'],
      [{ 'history.mutations': { lastHour: 10, lastDay: 10 } }, 'hold'],
      [{ 'history.mutations': { lastHour: 0, lastDay: 50 } }, 'deny'],
      [{ 'topology.ownedByAgentOwner': false }, 'deny'],
      [{ 'action.id': 'warehouse:drop' }, 'deny'],
    ];
    for (const [changes, verdict] of cases) {
      const facts = sampleFacts({ ...routine, ...changes });
      const decision = await decideWithPolicy(new ProductionPolicy(), facts);
      expect([changes, decision.verdict]).toEqual([changes, verdict]);
    }
  });

  describe('where the policy belongs to another plugin', () => {
    const byName: TableLine[] = parse(example('roleTable.config.yaml'))
      .permission.rbac.defaultPermissions.basicPermissions;
    const conditions: TableLine[] = parseAllDocuments(
      example('roleTable.conditions.yaml'),
    ).map(document => document.toJS());
    const policies = [parse(example('roleTable.policy.yaml'))];
    const production = sampleFacts({ 'environment.production': true });

    it('agents are denied everything while it lists nothing for them', async () => {
      const policy = new RoleTablePolicy([byName[0]]);
      expect(await decideWithPolicy(policy, query, { policies })).toMatchObject(
        { verdict: 'deny', reason: 'denied' },
      );
    });

    it('no objection grants nothing by itself', async () => {
      const policy = new RoleTablePolicy(byName);
      expect(await decideWithPolicy(policy, query)).toMatchObject({
        verdict: 'deny',
        reason: 'not-granted',
      });
    });

    it.each([
      ['reads', query, 'allow'],
      ['changes outside production', restart, 'allow'],
      ['changes production', production, 'hold'],
      ['changes what another team owns', foreign, 'deny'],
    ])(
      'with no objection policies in the catalog decide: %s',
      async (_, facts, verdict) => {
        const policy = new RoleTablePolicy(byName);
        expect(
          await decideWithPolicy(policy, facts, { policies }),
        ).toMatchObject({ verdict });
      },
    );

    it.each([
      ['reads', query, 'allow'],
      ['changes outside production', restart, 'allow'],
      ['changes production', production, 'hold'],
      ['changes what another team owns', foreign, 'deny'],
    ])('conditions in its own table decide: %s', async (_, facts, verdict) => {
      const policy = new RoleTablePolicy(conditions);
      expect(await decideWithPolicy(policy, facts)).toMatchObject({
        verdict,
      });
    });
  });

  it.each([
    [
      'write-a-policy.md',
      [
        'emptyPolicy.ts',
        'readOnlyPolicy.ts',
        'teamPolicy.ts',
        'productionPolicy.ts',
        'installPolicy.ts',
      ],
    ],
    [
      'policy-of-another-plugin.md',
      [
        'roleTable.config.yaml',
        'roleTable.policy.yaml',
        'roleTable.conditions.yaml',
      ],
    ],
  ])('stand in %s as they stand here', (name, files) => {
    const guide = readFileSync(
      resolve(__dirname, '../../../../docs/guides', name),
      'utf8',
    );
    const snippets = Array.from(
      guide.matchAll(/<!-- snippet: (\S+) -->\n```\w+\n([\s\S]*?)```/g),
      ([, file, text]) => ({ file, text }),
    );
    expect(snippets.map(({ file }) => file)).toEqual(files);
    for (const { file, text } of snippets) {
      expect(text).toBe(example(file));
    }
  });
});

function example(file: string): string {
  return readFileSync(resolve(__dirname, file), 'utf8');
}

function sick(status: 'degraded' | 'unhealthy'): FactChanges {
  return {
    'conditions.health': {
      status,
      source: 'probe',
      reportedAt: '2026-11-20T09:59:00Z',
    },
  };
}
