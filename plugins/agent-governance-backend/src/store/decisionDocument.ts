import {
  CriteriaTrace,
  Decision,
  FactRead,
  Facts,
  PolicyResult,
  RuleResult,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  FactPath,
  readFact,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';

/** A reading as it is stored: its path alone where the sealed facts say the rest. */
type StoredRead = FactRead | string;

/**
 * The text a decision is stored as.
 *
 * Most of a decision is what its rules read, and all of that stands in the sealed facts that are stored beside it:
 * here a reading is only the path of the fact. A reading that says anything else is kept whole.
 */
export function writeDecision(decision: Decision, facts: Facts): string {
  return JSON.stringify(
    mapReads(decision, read => {
      const again = readFact(facts, read.path as FactPath).read;
      return isSame(read, again) ? read.path : read;
    }),
  );
}

/** The decision that was written, with every reading whole again. */
export function readDecision(text: string, facts: Facts): Decision {
  return mapReads(JSON.parse(text) as Decision, (read: StoredRead) =>
    typeof read === 'string' ? readFact(facts, read as FactPath).read : read,
  );
}

/** Compared by identity: a rule hands on what it read, it makes no copy. */
function isSame(read: FactRead, again: FactRead): boolean {
  return (
    read.value === again.value &&
    read.state === again.state &&
    read.source === again.source &&
    read.observedAt === again.observedAt &&
    read.note === again.note
  );
}

type MapRead = (read: FactRead) => StoredRead;

function mapReads(decision: Decision, map: MapRead): Decision {
  return {
    ...decision,
    levels: decision.levels.map(level => ({
      ...level,
      policies: level.policies.map(policy => mapPolicy(policy, map)),
    })),
    shadow: decision.shadow.map(result => ({
      ...result,
      policy: mapPolicy(result.policy, map),
    })),
  };
}

function mapPolicy(policy: PolicyResult, map: MapRead): PolicyResult {
  return { ...policy, rules: policy.rules.map(rule => mapRule(rule, map)) };
}

function mapRule(rule: RuleResult, map: MapRead): RuleResult {
  return {
    ...rule,
    reads: rule.reads.map(map) as FactRead[],
    ...(rule.criteria && { criteria: mapTrace(rule.criteria, map) }),
  };
}

function mapTrace(trace: CriteriaTrace, map: MapRead): CriteriaTrace {
  return trace.kind === 'rule'
    ? { ...trace, reads: trace.reads.map(map) as FactRead[] }
    : ({
        ...trace,
        children: trace.children.map(child => mapTrace(child, map)),
      } as CriteriaTrace);
}
