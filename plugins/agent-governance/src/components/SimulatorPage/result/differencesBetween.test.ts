import { DecisionCore } from '@agentgov/backstage-plugin-agent-governance-common';
import { aSimulation } from '@agentgov/backstage-plugin-agent-governance-react/testUtils';
import { differencesBetween } from './differencesBetween';

const { decision } = aSimulation().result;
const changed = (change: (copy: DecisionCore) => void): DecisionCore => {
  const copy = structuredClone(decision);
  change(copy);
  return copy;
};

describe('differencesBetween', () => {
  it('says nothing of what is the same, whatever the policy sets are called', () => {
    expect(
      differencesBetween(decision, { ...decision, policySetDigest: 'other' }),
    ).toEqual([]);
  });

  it('names verdict, level, rule and who has to look', () => {
    const found = differencesBetween(
      decision,
      changed(copy => {
        copy.verdict = 'deny';
        copy.reason = 'not-granted';
        copy.levels[0].policies[0].rules[0].matched = 'unknown';
        copy.levels.push({
          level: 'team',
          granted: false,
          effect: 'deny',
          because: 'no',
          policies: [],
        });
        copy.checkpoints = [];
      }),
    );
    expect(found.map(({ where }) => where)).toEqual([
      'Verdict',
      expect.stringMatching(/^Rule /),
      'Level team',
      'Who has to look',
    ]);
    expect(found[0]).toMatchObject({
      before: 'hold',
      after: 'deny (not-granted)',
    });
    expect(found[2]).toMatchObject({ before: 'nothing', after: 'denies it' });
    expect(found[3].after).toBe('nobody');
  });
});
