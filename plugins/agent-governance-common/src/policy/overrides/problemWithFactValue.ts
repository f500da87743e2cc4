import { FactPath } from '../facts';
import { isFactValue } from '../facts/isFactValue';
import { FACT_SCHEMA } from '../expressions/factSchema';
import { valueProblems } from '../fixtures/given/valueProblems';

/** What is wrong with a value that somebody gave for a fact. @public */
export interface FactValueProblem {
  /** Where in the value, for example `.freezes[0].to`; empty for all of it. */
  where: string;
  /** For people: what it must be, and what it is. */
  reason: string;
}

/**
 * Holds a value against the type that the fact schema gives a fact, and against what the engine relies on.
 *
 * @public
 */
export function problemWithFactValue(
  path: FactPath,
  value: unknown,
): FactValueProblem | undefined {
  const { type, example } = FACT_SCHEMA[path];
  const [problem] = valueProblems(type, value);
  if (problem) {
    const { at, reason, suggestion } = problem;
    return {
      where: at
        .map(step => (typeof step === 'number' ? `[${step}]` : `.${step}`))
        .join(''),
      reason: suggestion ? `${reason}; did you mean ${suggestion}?` : reason,
    };
  }
  if (path === 'input' && !isObject(value)) {
    return { where: '', reason: 'expected an object' };
  }
  return isFactValue(path, value)
    ? undefined
    : {
        where: '',
        reason: `its parts do not fit each other; expected something such as ${JSON.stringify(
          example,
        )}`,
      };
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
