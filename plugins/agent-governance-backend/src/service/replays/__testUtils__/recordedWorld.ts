import {
  canonicalJson,
  Decision,
  Facts,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  compilePolicies,
  decide,
  ENGINE_VERSION,
  LoadedPolicy,
  PolicyIndex,
  PolicySet,
  policySetDigest,
  policyText,
  readPolicyFile,
  RULES_VERSION,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';
import {
  FactChanges,
  sampleFacts,
} from '@agentgov/backstage-plugin-agent-governance-common/testUtils';
import { mockServices } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import { seal } from '../../../facts/FactsGatherer';
import { PolicyDrafts } from '../../../policies/PolicyDrafts';
import { DatabasePolicyStore } from '../../../store/DatabasePolicyStore';
import { requestRow } from '../../../store/__testUtils__/records';
import { saveDecisions } from '../../../store/operations/saveDecisions';
import { createReplays } from '../../../wiring/createReplays';
import { ReplayStarter } from '../ReplayDesk';

export const now = new Date('2026-11-22T12:00:00.000Z');
export const scope = {
  from: '2026-11-20T00:00:00Z',
  to: '2026-11-22T00:00:00Z',
};
const OPEN = { result: 'ALLOW' } as const;

/** YAML of a policy of the organization. */
export function policyYaml(name: string, rules: object[]) {
  const lines = rules.map(
    rule =>
      `    - ${Object.entries(rule)
        .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
        .join('\n      ')}`,
  );
  return `apiVersion: agent-governance.io/v1alpha1
kind: AgentPolicy
metadata:
  name: ${name}
spec:
  owner: group:default/platform
  level: organization
  rules:
${lines.join('\n')}
`;
}

export const ALLOW = policyYaml('all', [{ name: 'all', effect: 'allow' }]);
export const NO_RESTARTS = policyYaml('no-restarts', [
  { name: 'no', effect: 'deny', when: "action.id == 'deployments:restart'" },
]);

/** Policies, as a loader would hand them over. */
export function loaded(...texts: string[]): LoadedPolicy[] {
  return texts.flatMap(text => {
    const { policies, problems } = readPolicyFile(text);
    if (problems.length > 0) {
      throw new Error(JSON.stringify(problems));
    }
    return policies.map(({ policy, digest }) => ({
      policy,
      digest,
      standing: 'current' as const,
    }));
  });
}

export const settings = {
  atOnce: 1,
  flips: 1_000,
  keepMs: 86_400_000,
  keepMost: 100,
  progressMs: 1_000,
  leaseMs: 30_000,
};

/** A portal's database with a record of decisions, and replicas that replay it. */
export async function recordedWorld(
  knex: Knex,
  { base = [ALLOW] }: { base?: string[] } = {},
) {
  const index = compilePolicies(loaded(...base));
  const policies = DatabasePolicyStore.create({ knex });
  await policies.keepTexts(
    [
      {
        digest: index.digest,
        kind: 'policy-manifest',
        bytes: canonicalJson(index.manifest),
      },
      ...index.policies.map(({ policy, digest }) => ({
        digest,
        kind: 'policy' as const,
        bytes: policyText(policy.document),
      })),
    ],
    now,
  );
  const logger = mockServices.logger.mock();
  let ticks = 0;
  return {
    index,
    logger,
    /** One of the portal's processes. */
    replica: (changes: Partial<typeof settings> = {}, of: Knex = knex) =>
      createReplays({
        knex: of,
        config: { replays: { ...settings, ...changes } },
        policies: { current: async () => index },
        drafts: PolicyDrafts.create({
          catalog: { ownersOf: async () => new Map() },
          policyAdmins: ['group:default/platform'],
          environments: [],
        }),
        logger,
        // no two things happen at the same moment
        now: () => new Date(now.getTime() + ticks++),
      }),
    record: (decisions: Recorded[]) => record(knex, index, decisions),
  };
}

export interface Recorded {
  agent?: string;
  target?: string;
  action?: string;
  at?: Date;
  facts?: FactChanges;
  /** With which policies it was decided, where not with the base. */
  index?: PolicyIndex;
  set?: Partial<PolicySet>;
  purpose?: Decision['purpose'];
}

/** Records decisions as the portal does, made by the engine. */
async function record(
  knex: Knex,
  base: PolicyIndex,
  decisions: Recorded[],
): Promise<Decision[]> {
  const made = decisions.map((asked, nth) => {
    const { agent = 'bot', target = 'api', action = 'restart' } = asked;
    const at = asked.at ?? new Date(Date.parse(scope.from) + nth * 1_000);
    const facts: Facts = sampleFacts({
      'time.now': at.toISOString(),
      'agent.ref': `agent:default/${agent}`,
      'target.ref': `component:default/${target}`,
      'target.owner': `group:default/${target}-team`,
      'action.id': `deployments:${action}`,
      ...asked.facts,
    });
    const index = asked.index ?? base;
    const policySet: PolicySet = {
      engineVersion: ENGINE_VERSION,
      rulesVersion: RULES_VERSION,
      portal: { execute: OPEN, executeApproved: OPEN },
      policies: { digest: index.digest },
      requiredLevels: [],
      defaultCheckpoint: {
        from: 'target-owner',
        count: 1,
        decideWithin: 'PT4H',
        executeWithin: 'PT30M',
      },
      ...asked.set,
    };
    const core = decide(policySet, facts, index);
    const { row } = requestRow({
      verdict: core.verdict,
      now: at,
      overrides: {
        id: uuidv7({ msecs: at.getTime() }),
        agent_ref: `agent:default/${agent}`,
        target_ref: `component:default/${target}`,
        action_id: `deployments:${action}`,
        environment: 'staging',
      },
    });
    const sealed = seal(facts);
    const decision: Decision = {
      ...core,
      id: uuidv7({ msecs: at.getTime() }),
      requestId: row.id,
      purpose: asked.purpose ?? 'proposal',
      requestDigest: row.action_digest,
      factsDigest: sealed.digest,
      policySetDigest: policySetDigest(policySet),
    };
    return {
      row: { ...row, decision_id: decision.id },
      saved: {
        decision,
        facts,
        factsBytes: sealed.bytes,
        policySetBytes: canonicalJson(policySet),
      },
    };
  });
  for (let at = 0; at < made.length; at += 20) {
    const some = made.slice(at, at + 20);
    await knex('action_request').insert(some.map(({ row }) => row));
    await knex.transaction(tx =>
      saveDecisions(
        tx,
        some.map(({ saved }) => saved),
      ),
    );
  }
  return made.map(({ saved }) => saved.decision);
}

/** A person who may read everything, or only these. */
export function starter(name: string, readable?: string[]): ReplayStarter {
  return {
    ref: `user:default/${name}`,
    hiddenOf: async refs =>
      new Set(refs.filter(ref => readable && !readable.includes(ref))),
    visible: async all => {
      const { agents, targets } = await all();
      return (
        readable && {
          agents: agents.filter(ref => readable.includes(ref)),
          targets: targets.filter(ref => readable.includes(ref)),
        }
      );
    },
  };
}
