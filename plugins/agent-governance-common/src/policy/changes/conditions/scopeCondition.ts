import { canonicalJson } from '../../../canonical';
import { JsonValue } from '../../../model';
import { PolicyDocument } from '../../documents';
import { ALWAYS, allOf, anyOf, Condition, question } from './Condition';

type Predicate = { [key: string]: JsonValue | undefined };

/** Where a policy speaks: its authority, and of that what it says it applies to. */
export function scopeCondition(document: PolicyDocument): Condition {
  const { actions, environments, targets } = document.appliesTo;
  return allOf([
    authorityCondition(document),
    ...(environments
      ? [anyOf(environments.map(name => question(`environment ${name}`)))]
      : []),
    ...(actions ? [anyOf(actions.map(actionCondition))] : []),
    ...(targets ? [targetCondition(targets, false)] : []),
  ]);
}

/** The organization speaks about everything; the others about what is their owner's. */
function authorityCondition({
  level,
  owner,
  entity,
}: PolicyDocument): Condition {
  return level === 'organization'
    ? ALWAYS
    : question(`authority ${canonicalJson([level, owner, entity ?? null])}`);
}

function actionCondition(glob: string): Condition {
  return question(`action ${glob}`, { action: glob });
}

/** A filter predicate over the target: `$all`, `$any` and `$not` are looked into, and a list of values. */
function targetCondition(predicate: JsonValue, negated: boolean): Condition {
  if (!isPredicate(predicate)) {
    return question(`target ${canonicalJson(predicate)}`, { negated });
  }
  const joined = (parts: readonly Condition[], all: boolean) =>
    all === negated ? anyOf(parts) : allOf(parts);
  if (predicate.$not !== undefined) {
    return targetCondition(predicate.$not, !negated);
  }
  const [operator] = Object.keys(predicate).filter(key => key.startsWith('$'));
  if (operator !== undefined) {
    const operands = predicate[operator];
    return joined(
      (Array.isArray(operands) ? operands : []).map(one =>
        targetCondition(one, negated),
      ),
      operator === '$all',
    );
  }
  return joined(
    Object.entries(predicate).map(([key, wanted]) =>
      fieldCondition(key, wanted ?? null, negated),
    ),
    true,
  );
}

function fieldCondition(
  key: string,
  wanted: JsonValue,
  negated: boolean,
): Condition {
  const is = (value: JsonValue) =>
    question(`target ${canonicalJson([key, value])}`, { negated });
  const values = isPredicate(wanted) ? wanted.$in : undefined;
  if (!Array.isArray(values) || values.length === 0) {
    // of an empty list it is not even known to be none, where the value is not known
    return is(wanted);
  }
  const parts = values.map(is);
  return negated ? allOf(parts) : anyOf(parts);
}

function isPredicate(value: JsonValue): value is Predicate {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
