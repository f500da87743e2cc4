import { checkExpression } from '../checkExpression';
import { planExpression } from './planExpression';

function planOf(source: string) {
  const checked = checkExpression(source);
  if ('problems' in checked) {
    throw new Error(JSON.stringify(checked.problems));
  }
  return planExpression(checked.root);
}

describe('planExpression', () => {
  it('makes one plan of what is evaluated alike, however it is written', () => {
    expect(planOf('(time.hour<9) && action.mutates')).toBe(
      planOf('time.hour < 9   && action.mutates'),
    );
  });

  it.each([
    ['time.hour < 9', 'time.hour < 10'],
    ['time.hour < 9', 'time.hour <= 9'],
    ['time.hour < 9', 'topology.distance < 9'],
    ['1.0 / 0.0 > 1.0', '1.0 / -0.0 > 1.0'],
    ['target.owner == "1"', 'target.owner == "1n"'],
    ['size(target.tags) == 1', 'size(agent.tags) == 1'],
    ['target.labels["a"] == "x"', 'target.labels["b"] == "x"'],
    ['action.mutates && time.hour < 9', 'action.mutates || time.hour < 9'],
    ['target.tags.exists(tag, tag == "x")', 'target.tags.all(tag, tag == "x")'],
  ])('makes two of %s and %s', (one, other) => {
    expect(planOf(one)).not.toBe(planOf(other));
  });
});
