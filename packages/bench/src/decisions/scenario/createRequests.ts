import { Attributes, ScenarioRequest, Team } from './Scenario';
import { SeededRandom } from './SeededRandom';

/** How many are decided. */
export const REQUESTS = 240;

const READS = ['deployments:show', 'deployments:logs'];
const CHANGES = [
  'deployments:restart',
  'deployments:deploy',
  'deployments:scale',
];

/** Requests about the targets of these teams, chosen so that every rule has its say now and then. */
export function createRequests(
  teams: readonly Team[],
  random: SeededRandom,
): ScenarioRequest[] {
  return Array.from({ length: REQUESTS }, (_, index) => ({
    id: `request-${index}`,
    team: random.pick(teams).name,
    attributes: createAttributes(random),
  }));
}

function createAttributes(random: SeededRandom): Attributes {
  const mutates = random.chance(0.8);
  const production = random.chance(0.6);
  const owned = random.chance(0.7);
  return {
    action: random.pick(mutates ? CHANGES : READS),
    mutates,
    reversible: random.chance(0.8),
    agentLifecycle: random.chance(0.04) ? 'suspended' : 'production',
    environment: production ? 'production' : 'staging',
    production,
    freeze: random.chance(0.1),
    incident: random.chance(0.08),
    health: random.pick(['healthy', 'healthy', 'degraded', 'unhealthy']),
    hour: random.chance(0.85) ? random.between(8, 17) : random.between(0, 23),
    owned,
    operates: random.chance(0.5),
    distance: owned ? 0 : random.between(1, 5),
    dependents: random.between(0, 40),
    dataClass: random.chance(0.1) ? 'restricted' : 'internal',
    novel: random.chance(0.2),
  };
}
