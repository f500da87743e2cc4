import { FactOverride } from '../../model';
import { FACT_SCHEMA } from '../expressions/factSchema';
import { nearestName } from '../expressions/nearestName';
import { isFactPath } from './isFactPath';
import { problemWithFactValue } from './problemWithFactValue';

/**
 * What is wrong with taking a fact to be something, in words that name the fact, what it must be and what it is.
 *
 * @public
 */
export function problemWithOverride(
  override: FactOverride,
): string | undefined {
  const { path, state, value } = override;
  if (!isFactPath(path)) {
    const meant = nearestName(path, Object.keys(FACT_SCHEMA));
    return `'${path}' is no fact${meant ? `; did you mean '${meant}'?` : ''}`;
  }
  if (state === 'unknown') {
    return value === undefined
      ? undefined
      : `'${path}' is unknown, so it has no value: leave it out`;
  }
  if (value === undefined) {
    return undefined;
  }
  const problem = problemWithFactValue(path, value);
  return problem && `'${path}${problem.where}': ${problem.reason}`;
}
