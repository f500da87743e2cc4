import { Entity } from '@backstage/catalog-model';
import { toEntity } from '../decisions/engines/governance/toPolicies';
import { createScenario, policiesOfTeam } from '../decisions/scenario';
import { fromWorld, teamsOfWorld } from './createWorld';

/** More than depends on anything in this world, so that nobody has to be asked about what is measured. */
const MANY_DEPENDENTS = 25;

/** The policies of a company, and the teams that have them. */
export interface CompanyPolicies {
  /** Of the level of the team, from where policies are trusted. */
  entities: Entity[];
  /** Teams that own nothing in this world. */
  otherTeams: string[];
  /** Of the policy and the rule that forbid what is asked about a vault; by the position of its team. */
  forbiddingVaults: string[];
}

/**
 * The scenario of the decisions as policies of the catalog: five for each team, each with expressions of its own. Four
 * speak about the action that is asked for, and only those of the team that owns the target about the request at hand.
 *
 * @param count - how many, a multiple of five
 */
export function createPolicies(count: number): CompanyPolicies {
  const ours = teamsOfWorld();
  const teams = createScenario(count).teams.map(team =>
    ours.includes(team.name)
      ? { ...team, maxDependents: MANY_DEPENDENTS }
      : team,
  );
  return {
    entities: teams
      .flatMap(policiesOfTeam)
      .map(policy => fromWorld(toEntity(policy, 'own'))),
    otherTeams: teams
      .map(({ name }) => name)
      .filter(name => !ours.includes(name)),
    forbiddingVaults: ours.map(team => `agentpolicy:default/${team}-standing`),
  };
}
