import {
  Comparison,
  ScenarioPolicy,
  ScenarioRule,
  Verdict,
} from '../../scenario';
import { Engine } from '../Engine';
import { namespaceOf } from '../namespaceOf';
import { loadPeer } from '../peers/loadPeer';

/** What of the library is used. */
interface Sdk {
  PolicyEngine: new () => {
    loadPolicy(policy: object): void;
    evaluatePolicy(agent: string, context: object): { action: string };
  };
}

const PRIORITY: Record<ScenarioRule['effect'], number> = {
  deny: 3,
  'require-approval': 2,
  allow: 1,
};

const ACTION: Record<ScenarioRule['effect'], string> = {
  deny: 'deny',
  'require-approval': 'require_approval',
  allow: 'allow',
};

const VERDICTS: Record<string, Verdict> = {
  deny: 'deny',
  require_approval: 'hold',
  allow: 'allow',
};

export const microsoft: Engine = {
  id: 'microsoft',
  title: '@microsoft/agent-governance-sdk',
  includes: '`PolicyEngine.evaluatePolicy`',
  workedRound:
    'What a policy speaks about is part of each condition, and the most restrictive wins by priority. It names the one rule that won',
  async load({ policies, requests }) {
    const { PolicyEngine } = loadPeer<Sdk>('@microsoft/agent-governance-sdk');
    const engine = new PolicyEngine();
    policies.forEach(policy => engine.loadPolicy(toDocument(policy)));
    const contexts = requests.map(({ team, attributes }) => ({
      ...attributes,
      team,
      namespace: namespaceOf(attributes.action),
    }));
    return {
      decide: index =>
        VERDICTS[engine.evaluatePolicy('release-bot', contexts[index]).action],
    };
  },
};

function toDocument({ name, team, namespace, rules }: ScenarioPolicy) {
  return {
    apiVersion: 'governance.toolkit/v1',
    version: '1.0',
    name,
    agents: ['*'],
    scope: 'global',
    default_action: 'deny',
    rules: rules.map(rule => ({
      name: rule.name,
      condition: [
        `team == '${team}'`,
        `namespace == '${namespace}'`,
        ...rule.when.map(toCondition),
      ].join(' and '),
      ruleAction: ACTION[rule.effect],
      priority: PRIORITY[rule.effect],
      enabled: true,
    })),
  };
}

function toCondition({ attribute, is, value }: Comparison): string {
  const constant = typeof value === 'string' ? `'${value}'` : value;
  return `${attribute} ${is} ${constant}`;
}
