import { sampleFacts } from '@agentgov/backstage-plugin-agent-governance-common/testUtils';
import { changedSince } from './changedSince';

describe('changedSince', () => {
  const then = sampleFacts();

  it('says nothing where nothing moved but the clock', () => {
    const later = sampleFacts({ 'time.now': '2030-01-01T00:00:00.000Z' });
    expect(changedSince(then, later)).toEqual([]);
  });

  it('names what moved, with what it was', () => {
    const moved = sampleFacts({ 'target.owner': 'group:default/others' });
    expect(changedSince(then, moved)).toEqual([
      {
        path: 'target.owner',
        then: then.target.owner.value,
        now: 'group:default/others',
      },
    ]);
  });

  it('invariant 11: what is no longer known is a change, and says why', () => {
    const unknown = sampleFacts({
      'conditions.freeze': {
        state: 'unknown',
        source: 'freezes',
        note: 'freezes did not answer',
      },
    });
    expect(changedSince(then, unknown)[0]).toMatchObject({
      path: 'conditions.freeze',
      now: 'unknown: freezes did not answer',
    });
  });
});
