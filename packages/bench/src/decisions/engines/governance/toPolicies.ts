import {
  compilePolicy,
  LoadedPolicy,
  parsePolicy,
  policyDigest,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { Entity } from '@backstage/catalog-model';
import { Attributes, ScenarioPolicy } from '../../scenario';
import { comparisonText } from '../comparisonText';

/** Where an attribute stands among the facts. */
const NAMES: Record<keyof Attributes, string> = {
  action: 'action.id',
  mutates: 'action.mutates',
  reversible: 'action.reversible',
  agentLifecycle: 'agent.lifecycle',
  environment: 'environment.name',
  production: 'environment.production',
  freeze: 'conditions.freeze.active',
  incident: 'conditions.incident.active',
  health: 'conditions.health.status',
  hour: 'time.hour',
  owned: 'topology.ownedByAgentOwner',
  operates: 'topology.operates',
  distance: 'topology.distance',
  dependents: 'topology.dependents',
  dataClass: 'target.dataClass',
  novel: 'history.novel',
};

/**
 * What the same texts share, they share only where they are the same to the letter.
 *
 * - `own`: no two policies have a text in common; nothing is shared, so it takes the most.
 * - `common`: as the teams of a company would have that copied theirs from one another.
 */
export type Texts = 'own' | 'common';

/** A policy as an entity of the catalog. */
export function toEntity(
  { name, team, namespace, rules }: ScenarioPolicy,
  texts: Texts,
): Entity {
  const remark = texts === 'own' ? ` // ${name}\n` : '';
  return {
    apiVersion: 'agent-governance.io/v1alpha1',
    kind: 'AgentPolicy',
    metadata: { name },
    spec: {
      owner: `group:default/${team}`,
      level: 'team',
      appliesTo: { actions: [`${namespace}:*`] },
      rules: rules.map(({ name: rule, effect, when, because }) => ({
        name: rule,
        effect,
        when:
          when
            .map(each => comparisonText(NAMES[each.attribute], each))
            .join(' && ') + remark,
        because,
      })),
    },
  };
}

/**
 * The same as a loader hands it to the engine.
 *
 * @throws Error when the policy is not accepted
 */
export function toPolicy(
  policy: ScenarioPolicy,
  texts: Texts = 'own',
): LoadedPolicy {
  const parsed = parsePolicy(toEntity(policy, texts));
  const compiled = parsed.ok ? compilePolicy(parsed.document) : parsed;
  if (!compiled.ok) {
    throw new Error(`${policy.name}: ${JSON.stringify(compiled.problems)}`);
  }
  return {
    policy: compiled.policy,
    digest: policyDigest(compiled.policy.document),
    standing: 'current',
  };
}
