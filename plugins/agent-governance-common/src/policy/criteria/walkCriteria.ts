import {
  PermissionCondition,
  PermissionCriteria,
} from '@backstage/plugin-permission-common';
import { CriteriaTrace, Facts } from '../../model';
import { RuleOutcome } from '../rules';
import { ternaryAnd, ternaryNot, ternaryOr } from '../ternary';
import { plainText } from '../wording';
import { ParsedCriteria, parseCriteria } from './parseCriteria';

/**
 * Evaluates criteria over sealed facts with Kleene logic and puts every node on record.
 *
 * Nothing is short-circuited: whoever asks *why* months later gets the rules that did not matter
 * as well. The whole of the criteria is checked first; throws a {@link CriteriaError} when any part is wrong.
 *
 * @public
 */
export function walkCriteria(
  criteria: PermissionCriteria<PermissionCondition>,
  facts: Facts,
): CriteriaTrace {
  return walk(parsedOf(criteria), facts);
}

/** An answer of the portal decides many requests before it is asked for again; it is never changed in place. */
const parsedByCriteria = new WeakMap<object, ParsedCriteria>();

function parsedOf(criteria: PermissionCriteria<PermissionCondition>) {
  const known = parsedByCriteria.get(criteria);
  if (known) {
    return known;
  }
  const parsed = parseCriteria(criteria);
  parsedByCriteria.set(criteria, parsed);
  return parsed;
}

function walk(node: ParsedCriteria, facts: Facts): CriteriaTrace {
  switch (node.kind) {
    case 'not': {
      const child = walk(node.child, facts);
      return {
        kind: 'not',
        result: ternaryNot(child.result),
        children: [child],
      };
    }
    case 'allOf':
    case 'anyOf': {
      const children = node.children.map(child => walk(child, facts));
      const results = children.map(child => child.result);
      return {
        kind: node.kind,
        result:
          node.kind === 'allOf' ? ternaryAnd(results) : ternaryOr(results),
        children,
      };
    }
    default:
      return {
        kind: 'rule',
        rule: node.rule.name,
        params: node.shownParams,
        ...evaluate(node, facts),
      };
  }
}

/** A rule that breaks has found nothing out: unknown, whichever way it is combined. */
function evaluate(
  { rule, params }: Extract<ParsedCriteria, { kind: 'rule' }>,
  facts: Facts,
): RuleOutcome {
  try {
    return rule.evaluate(facts, params);
  } catch (error) {
    return {
      result: 'unknown',
      because: `the rule ${rule.name} failed: ${plainText(String(error))}`,
      reads: [],
    };
  }
}
