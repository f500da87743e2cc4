import { CompiledExpression, compileExpression } from '../expressions';
import { PolicyProblem } from '../PolicyProblem';
import { FactPath } from '../facts';
import { CompiledPolicy, CompiledRule } from './CompiledPolicy';
import { flagGuardrails } from './flagGuardrails';
import { Locate, LocateIn, ProblemList } from './parse/ProblemList';
import { PolicyDocument, PolicyDocumentRule } from './PolicyDocument';
import { compileTargets, TargetTest } from './targets';

/** What one policy may cost: as much as a good many expressions that look at lists. */
export const MAX_POLICY_COST = 100_000;

const STRICTNESS = { deny: 0, 'require-approval': 1, allow: 2 };

/** @public */
export type CompilationResult =
  | { ok: true; policy: CompiledPolicy }
  | { ok: false; problems: PolicyProblem[] };

/**
 * Makes a document ready to be evaluated: reads its expressions, checks them against what is known about facts,
 * bounds what they can cost, and flags guardrails that whom they bind can edit away.
 *
 * @param options - `locate` finds lines, as for {@link parsePolicy}; `locateIn` finds them within expressions.
 * @public
 */
export function compilePolicy(
  document: PolicyDocument,
  options: { locate?: Locate; locateIn?: LocateIn } = {},
): CompilationResult {
  const problems = new ProblemList(options.locate);
  const targets =
    document.appliesTo.targets === undefined
      ? undefined
      : compileTargets(
          document.appliesTo.targets,
          ['spec', 'appliesTo', 'targets'],
          problems,
        );
  const compiled = document.rules.map((rule, index) =>
    compileRule(rule, index, options.locateIn),
  );
  const all = [
    ...problems.problems,
    ...compiled.flatMap(result =>
      'problems' in result ? result.problems : [],
    ),
  ];
  const rules = compiled.flatMap(result => ('rule' in result ? [result] : []));
  const cost = rules.reduce((sum, { when }) => sum + (when?.cost ?? 0), 0);
  if (cost > MAX_POLICY_COST) {
    all.push({
      field: 'rules',
      ...options.locate?.(['spec', 'rules']),
      reason: `could cost ${cost} to evaluate; at most ${MAX_POLICY_COST} is allowed: split the policy or simplify its expressions`,
    });
  }
  if (all.length > 0) {
    return { ok: false, problems: all };
  }
  return {
    ok: true,
    policy: {
      document,
      cost,
      reads: readsOf(rules, targets),
      warnings: flagGuardrails(document, {
        rules,
        targets,
        locate: options.locate,
      }),
      ...(targets && { targets }),
      rules: [...rules].sort(inOrder),
    },
  };
}

function compileRule(
  rule: PolicyDocumentRule,
  index: number,
  locateIn: LocateIn | undefined,
): CompiledRule | { problems: PolicyProblem[] } {
  if (rule.when === undefined) {
    return { rule };
  }
  const compiled = compileExpression(rule.when, {
    field: `rules[${index}].when`,
    ...(locateIn && {
      locate: offset => locateIn(['spec', 'rules', index, 'when'], offset),
    }),
  });
  return compiled.ok
    ? { rule, when: compiled.expression }
    : { problems: compiled.problems };
}

function readsOf(
  rules: readonly { when?: CompiledExpression }[],
  targets: TargetTest | undefined,
): FactPath[] {
  return Array.from(
    new Set([
      ...(targets?.reads ?? []),
      ...rules.flatMap(({ when }) => when?.reads ?? []),
    ]),
  ).sort();
}

/** Most restrictive first, then by name: where an author put a rule means nothing. */
function inOrder(a: CompiledRule, b: CompiledRule): number {
  return (
    STRICTNESS[a.rule.effect] - STRICTNESS[b.rule.effect] ||
    (a.rule.name < b.rule.name ? -1 : 1)
  );
}
