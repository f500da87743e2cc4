import { JsonObject } from '../../model';
import { RESOURCE_TYPE_AGENT_ACTION } from '../../permissions';
import { AnyPolicyRule } from '../rules';
import { findPolicyRule } from '../rules/policyRules';
import { plainText } from '../wording';
import { assertGrounded } from './assertGrounded';
import { CriteriaError } from './CriteriaError';

const MAX_DEPTH = 32;
const MAX_NODES = 500;

/** Criteria that were checked completely: what is left to do cannot fail. */
export type ParsedCriteria =
  | { kind: 'allOf' | 'anyOf'; children: ParsedCriteria[] }
  | { kind: 'not'; child: ParsedCriteria }
  | {
      kind: 'rule';
      rule: AnyPolicyRule;
      /** As given to the rule. */
      params: never;
      /** As written to the trace. */
      shownParams: JsonObject;
    };

/**
 * Checks criteria before anything is evaluated, so that a mistake in a branch that would not
 * have mattered today is found today.
 *
 * Takes `unknown`, because what comes over the wire is only typed by hope.
 */
export function parseCriteria(criteria: unknown): ParsedCriteria {
  const parsed = parseNode(criteria, '$', 0, { nodes: 0 });
  assertGrounded(parsed);
  return parsed;
}

function parseNode(
  node: unknown,
  path: string,
  depth: number,
  count: { nodes: number },
): ParsedCriteria {
  count.nodes += 1;
  if (depth > MAX_DEPTH) {
    throw new CriteriaError(path, `nested deeper than ${MAX_DEPTH}`);
  }
  if (count.nodes > MAX_NODES) {
    throw new CriteriaError(path, `more than ${MAX_NODES} nodes`);
  }
  if (typeof node !== 'object' || node === null || Array.isArray(node)) {
    throw new CriteriaError(path, 'is no criteria');
  }
  const entries = Object.entries(node).filter(
    ([, value]) => value !== undefined,
  );
  if (entries.some(([key]) => key === 'rule')) {
    return parseCondition(Object.fromEntries(entries), path);
  }
  if (entries.length !== 1) {
    throw new CriteriaError(
      path,
      'must be exactly one of allOf, anyOf, not and a condition',
    );
  }
  const [kind, value] = entries[0];
  if (kind === 'not') {
    const child = parseNode(value, `${path}.not`, depth + 1, count);
    return { kind, child };
  }
  if (kind !== 'allOf' && kind !== 'anyOf') {
    throw new CriteriaError(path, `${plainText(kind)} is no criteria`);
  }
  if (!Array.isArray(value) || value.length === 0) {
    throw new CriteriaError(path, `${kind} must hold at least one criteria`);
  }
  return {
    kind,
    children: Array.from(value, (child, index) =>
      parseNode(child, `${path}.${kind}[${index}]`, depth + 1, count),
    ),
  };
}

function parseCondition(
  condition: Record<string, unknown>,
  path: string,
): ParsedCriteria {
  const { rule: name, resourceType, params, ...others } = condition;
  if (Object.keys(others).length > 0) {
    throw new CriteriaError(path, 'a condition has rule, resourceType, params');
  }
  if (resourceType !== RESOURCE_TYPE_AGENT_ACTION) {
    throw new CriteriaError(
      path,
      `the resource type must be ${RESOURCE_TYPE_AGENT_ACTION}`,
    );
  }
  const rule = typeof name === 'string' ? findPolicyRule(name) : undefined;
  if (!rule) {
    throw new CriteriaError(path, `unknown rule ${plainText(String(name))}`);
  }
  const given = withoutUndefined(params, path);
  if (!rule.paramsSchema) {
    if (Object.keys(given).length > 0) {
      throw new CriteriaError(path, `${rule.name} takes no parameters`);
    }
    return {
      kind: 'rule',
      rule,
      params: undefined as never,
      shownParams: given,
    };
  }
  const parsed = rule.paramsSchema.safeParse(given);
  if (!parsed.success) {
    const issues = parsed.error.issues.map(
      issue => `${issue.path.join('.') || 'params'}: ${issue.message}`,
    );
    throw new CriteriaError(path, `${rule.name}: ${issues.join('; ')}`);
  }
  return {
    kind: 'rule',
    rule,
    params: parsed.data as never,
    shownParams: parsed.data as JsonObject,
  };
}

/** Condition factories write `params: undefined`; on the wire it is absent. The two mean the same. */
function withoutUndefined(params: unknown, path: string): JsonObject {
  if (params === undefined) {
    return {};
  }
  if (typeof params !== 'object' || params === null || Array.isArray(params)) {
    throw new CriteriaError(path, 'params must be an object');
  }
  return Object.fromEntries(
    Object.entries(params).filter(([, value]) => value !== undefined),
  );
}
