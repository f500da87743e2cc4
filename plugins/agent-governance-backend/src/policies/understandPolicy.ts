import {
  AgentPolicyEntity,
  Environment,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  compilePolicy,
  parsePolicy,
  policyDigest,
  PolicyDocument,
  PolicyProblem,
  policyText,
  unknownEnvironments,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { PolicyText } from '../store/PolicyStore';
import { policySource } from './policySource';

const UNRECORDABLE: PolicyProblem = {
  field: 'spec',
  reason:
    'holds a text or number that cannot be recorded exactly, such as half a character',
};

/** What a policy's text says by itself, whoever says it and from wherever. */
export interface UnderstoodPolicy {
  /** What the catalog holds of it; absent where that has no canonical text. */
  source?: PolicyText;
  /** What it means, and the text that decides; absent when anything is wrong with it. */
  meaning?: { document: PolicyDocument; text: PolicyText };
  problems: PolicyProblem[];
}

/** Parses and compiles what the catalog holds of a policy. */
export function understandPolicy(
  entity: AgentPolicyEntity,
  environments: readonly Environment[],
): UnderstoodPolicy {
  const source = policySource(entity);
  if (!source) {
    return { problems: [UNRECORDABLE] };
  }
  const parsed = parsePolicy(entity);
  if (!parsed.ok) {
    return { source, problems: parsed.problems };
  }
  const { document } = parsed;
  const compiled = compilePolicy(document);
  const problems = [
    ...(compiled.ok ? [] : compiled.problems),
    ...unknownEnvironments(
      document,
      environments.map(({ name }) => name),
    ),
  ];
  if (problems.length > 0) {
    return { source, problems };
  }
  const text: PolicyText = {
    digest: policyDigest(document),
    kind: 'policy',
    bytes: policyText(document),
  };
  return { source, meaning: { document, text }, problems };
}
