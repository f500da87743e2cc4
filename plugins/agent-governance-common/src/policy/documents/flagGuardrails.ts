import { PolicyProblem } from '../PolicyProblem';
import { FactPath } from '../facts';
import { EntityPath, Locate, ProblemList } from './parse/ProblemList';
import { CompiledRule } from './CompiledPolicy';
import { PolicyDocument } from './PolicyDocument';
import { TargetTest } from './targets';

const AGENTS_OWNER = 'the agent’s owner';
const AGENT = 'the agent';
const TARGETS_OWNER = 'the target’s owner, who may be the agent’s as well';

/**
 * Facts that whoever a guardrail is meant to bind can change without anybody looking: free text in entities, what
 * an agent says of itself. Not here: `input`, because what it says is what runs; `context.quoted`, because to
 * quote nothing is to be unknown; and what has a meaning of its own in the catalog, such as a target's kind.
 */
const EDITABLE: ReadonlyMap<FactPath, string> = new Map([
  ['agent.tags', AGENTS_OWNER],
  ['agent.model', AGENTS_OWNER],
  ['agent.operates', AGENTS_OWNER],
  ['topology.operates', AGENTS_OWNER],
  ['subject.ref', AGENT],
  ['subject.groups', AGENT],
  ['subject.delegation', AGENT],
  ['run.id', AGENT],
  ['run.step', AGENT],
  ['run.startedAt', AGENT],
  ['run.startedBy', AGENT],
  ['run.mutations', AGENT],
  ['run.failures', AGENT],
  ['run.unknownOutcomes', AGENT],
  ['target.tags', TARGETS_OWNER],
  ['target.labels', TARGETS_OWNER],
  ['target.annotations', TARGETS_OWNER],
]);

/** Warns of guardrails (`deny`, `require-approval`) that depend on what can be edited to get round them. */
export function flagGuardrails(
  document: PolicyDocument,
  compiled: {
    rules: readonly CompiledRule[];
    targets: TargetTest | undefined;
    locate?: Locate;
  },
): PolicyProblem[] {
  const { rules, targets, locate } = compiled;
  const warnings = new ProblemList(locate);
  const guards = rules.filter(({ rule }) => rule.effect !== 'allow');
  if (guards.length > 0) {
    flag(['spec', 'appliesTo', 'targets'], targets?.reads ?? [], warnings);
  }
  for (const { rule, when } of guards) {
    const index = document.rules.indexOf(rule);
    flag(['spec', 'rules', index, 'when'], when?.reads ?? [], warnings);
  }
  return warnings.problems;
}

function flag(
  at: EntityPath,
  reads: readonly FactPath[],
  warnings: ProblemList,
): void {
  for (const path of reads) {
    const who = EDITABLE.get(path);
    if (who !== undefined) {
      warnings.add(
        at,
        `a guardrail that looks at ${path} can be got round: ${who} can change it`,
      );
    }
  }
}
