import { CheckpointCoverage, CheckpointCoverageNumbers } from '../../model';

/**
 * One coverage from those of some of the actions each, in the order they are given in: for whoever does not want to work
 * all of it out in one go.
 *
 * @param parts - at least one, all with the same policies and environments
 * @public
 */
export function joinCheckpointCoverage(
  parts: readonly CheckpointCoverage[],
): CheckpointCoverage {
  const [first] = parts;
  const policies = new Map(
    parts.flatMap(part =>
      part.policies.map(policy => [policy.ref, policy] as const),
    ),
  );
  return {
    numbers: sumOf(parts.map(({ numbers }) => numbers)),
    environments: first.environments.map(({ name, production }, index) => ({
      name,
      production,
      numbers: sumOf(
        parts.map(({ environments }) => environments[index].numbers),
      ),
    })),
    cells: parts.flatMap(({ cells }) => cells),
    policies: [...policies.values()].sort((a, b) => (a.ref < b.ref ? -1 : 1)),
    outside: first.outside,
  };
}

function sumOf(
  all: readonly CheckpointCoverageNumbers[],
): CheckpointCoverageNumbers {
  return all.reduce((sum, numbers) => ({
    cells: sum.cells + numbers.cells,
    denied: sum.denied + numbers.denied,
    held: sum.held + numbers.held,
    allowed: sum.allowed + numbers.allowed,
    uncovered: sum.uncovered + numbers.uncovered,
    partly: sum.partly + numbers.partly,
  }));
}
