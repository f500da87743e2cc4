import { CheckpointCoverage } from '@agentgov/backstage-plugin-agent-governance-common';

/** The number somebody came for, in one sentence. */
export function inWords({ numbers, environments }: CheckpointCoverage): string {
  const { cells, uncovered, partly } = numbers;
  if (cells === 0) {
    return 'There is nothing to cover.';
  }
  const inProduction = environments
    .filter(({ production }) => production)
    .reduce((sum, environment) => sum + environment.numbers.uncovered, 0);
  const nobody =
    uncovered === 0
      ? `None of ${cells} is uncovered`
      : `${uncovered} of ${cells} ${
          uncovered === 1 ? 'is' : 'are'
        } uncovered, ${inProduction} in production`;
  return partly === 0
    ? `${nobody}.`
    : `${nobody}; ${partly} ${partly === 1 ? 'is' : 'are'} covered partly.`;
}
