import { PolicyDocument, PolicyDocumentRule } from '../documents';
import { allOf, Condition } from './conditions/Condition';
import { expressionCondition } from './conditions/expressionCondition';
import { scopeCondition } from './conditions/scopeCondition';

/** A rule that counts, with when it matches. */
export interface RuleInForce {
  rule: PolicyDocumentRule;
  level: PolicyDocument['level'];
  /** Scope of its policy and expression of its own, together. */
  matches: Condition;
}

/** The rules of a policy that count for anything: none of a policy that there is not, or that is only tried out. */
export function rulesInForce(
  document: PolicyDocument | undefined,
): RuleInForce[] {
  if (!document || document.mode === 'shadow') {
    return [];
  }
  const scope = scopeCondition(document);
  return document.rules.map(rule => ({
    rule,
    level: document.level,
    matches: allOf([scope, expressionCondition(rule.when)]),
  }));
}
