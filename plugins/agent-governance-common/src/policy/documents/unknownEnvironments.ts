import { PolicyProblem } from '../PolicyProblem';
import { quoteText } from '../wording';
import { Locate, ProblemList } from './parse/ProblemList';
import { PolicyDocument } from './PolicyDocument';

/**
 * A guardrail for an environment that does not exist would never hold anything, and look as if it did.
 *
 * @param environments - names of those there are
 * @public
 */
export function unknownEnvironments(
  document: PolicyDocument,
  environments: readonly string[],
  locate?: Locate,
): PolicyProblem[] {
  const problems = new ProblemList(locate);
  document.appliesTo.environments?.forEach(name => {
    if (!environments.includes(name)) {
      problems.add(
        ['spec', 'appliesTo', 'environments'],
        `${quoteText(
          name,
        )} is not a configured environment; those are ${environments.join(
          ', ',
        )}`,
      );
    }
  });
  return problems.problems;
}
