import { createRequests } from './createRequests';
import { policiesOfTeam, POLICIES_PER_TEAM } from './policiesOfTeam';
import { Scenario, Team } from './Scenario';
import { SeededRandom } from './SeededRandom';

/** Numbers of policies that are measured. */
export const SIZES = [10, 100, 1_000, 10_000];

const SEED = 20_261_122;

/**
 * So many policies, of so many teams, and requests about the targets of all of them. Of the policies exactly four
 * speak about each request.
 *
 * @throws RangeError for a size that is no multiple of the policies of a team
 */
export function createScenario(size: number): Scenario {
  const count = size / POLICIES_PER_TEAM;
  if (!Number.isInteger(count) || count < 1) {
    throw new RangeError(
      `${size} policies: must be a multiple of ${POLICIES_PER_TEAM}`,
    );
  }
  const random = new SeededRandom(SEED);
  const teams = Array.from(
    { length: count },
    (_, index): Team => ({
      name: `team-${index}`,
      opensAt: random.between(5, 9),
      closesAt: random.between(16, 20),
      maxDistance: random.between(1, 3),
      maxDependents: random.between(5, 25),
    }),
  );
  return {
    size,
    teams,
    policies: teams.flatMap(policiesOfTeam),
    requests: createRequests(teams, new SeededRandom(SEED + size)),
  };
}
