import { createPolicies } from './createPolicies';
import { WORLD_LOCATION, createWorld, teamsOfWorld } from './createWorld';

describe('createPolicies', () => {
  const { entities, otherTeams, forbiddingVaults } = createPolicies(100);

  it('gives every team five of its own, from where policies are trusted', () => {
    expect(new Set(entities.map(({ metadata }) => metadata.name)).size).toBe(
      100,
    );
    const teams = [...teamsOfWorld(), ...otherTeams];
    expect(teams).toHaveLength(20);
    for (const team of teams) {
      const owned = entities.filter(
        ({ spec }) => spec?.owner === `group:default/${team}`,
      );
      expect(owned).toHaveLength(5);
    }
    for (const { kind, metadata, spec } of entities) {
      expect(kind).toBe('AgentPolicy');
      expect(spec?.level).toBe('team');
      expect(
        metadata.annotations?.['backstage.io/managed-by-origin-location'],
      ).toBe(WORLD_LOCATION);
    }
  });

  it('names for every vault of the world the policy that forbids it', () => {
    const world = createWorld({ strangers: 0, otherTeams });
    const names = entities.map(
      ({ metadata }) => `agentpolicy:default/${metadata.name}`,
    );
    expect(names).toEqual(expect.arrayContaining(forbiddingVaults));
    expect(world.vaults).toHaveLength(forbiddingVaults.length);
    const groups = world.entities.filter(({ kind }) => kind === 'Group');
    expect(groups.map(({ metadata }) => metadata.name)).toEqual(
      expect.arrayContaining(otherTeams),
    );
  });
});
