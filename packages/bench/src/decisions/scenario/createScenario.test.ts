import { createScenario } from './createScenario';
import { MATCHING_POLICIES } from './policiesOfTeam';
import { Attributes, Comparison, Scenario, ScenarioRequest } from './Scenario';

/** What policies say, read by the letter: slow, and with nothing in common with any engine. */
function holds({ attribute, is, value }: Comparison, facts: Attributes) {
  const fact = facts[attribute];
  switch (is) {
    case '==':
      return fact === value;
    case '!=':
      return fact !== value;
    case '<':
      return fact < value;
    case '>':
      return fact > value;
    default:
      return fact >= value;
  }
}

const speaking = ({ policies }: Scenario, request: ScenarioRequest) =>
  policies.filter(
    ({ team, namespace }) =>
      team === request.team &&
      request.attributes.action.startsWith(`${namespace}:`),
  );

describe('the scenario', () => {
  it.each([10, 100, 1_000])(
    'has %d policies, of which exactly four speak about each request, with at most five rules each',
    size => {
      const scenario = createScenario(size);
      expect(scenario.policies).toHaveLength(size);
      expect(new Set(scenario.policies.map(({ name }) => name)).size).toBe(
        size,
      );
      expect(scenario.requests).toHaveLength(240);
      for (const request of scenario.requests) {
        const found = speaking(scenario, request);
        expect(found).toHaveLength(MATCHING_POLICIES);
        expect(found.every(({ rules }) => rules.length <= 5)).toBe(true);
      }
    },
  );

  it('is the same every time', () => {
    expect(createScenario(100)).toEqual(createScenario(100));
  });

  it('has every rule that speaks about requests match some, and not match others', () => {
    const scenario = createScenario(10);
    const matched = new Map<string, Set<boolean>>();
    for (const request of scenario.requests) {
      for (const rule of speaking(scenario, request).flatMap(p => p.rules)) {
        const seen = matched.get(rule.name) ?? new Set();
        seen.add(rule.when.every(each => holds(each, request.attributes)));
        matched.set(rule.name, seen);
      }
    }
    expect(matched.size).toBe(14);
    expect([...matched.values()].every(({ size }) => size === 2)).toBe(true);
  });

  it('refuses a number of policies that leaves a team with some of its own', () => {
    expect(() => createScenario(12)).toThrow(RangeError);
    expect(() => createScenario(0)).toThrow(RangeError);
  });
});
