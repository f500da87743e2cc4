import { CoverageDependency } from '../../model';
import { plainText } from '../wording';

/**
 * What it depends on whether a rule says something, as a clause: “the target belongs to group:default/payments, or to a group below it”.
 *
 * @public
 */
export function describeDependency(dependency: CoverageDependency): string {
  switch (dependency.on) {
    case 'owner':
      return `the target belongs to ${plainText(
        dependency.owner,
      )}, or to a group below it`;
    case 'target':
      return `the target is ${plainText(
        dependency.target,
      )} and belongs to ${plainText(dependency.owner)}`;
    case 'filter':
      return `the target matches ${plainText(
        JSON.stringify(dependency.filter),
      )}`;
    default:
      return plainText(dependency.when);
  }
}
