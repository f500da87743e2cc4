import { StoredPolicy } from '../store/PolicyStore';
import { nextPolicy } from './nextPolicy';
import { FoundPolicy, PolicyReading } from './PolicyReading';

const heldScope = {
  ref: 'agentpolicy:default/p',
  title: 'P',
  owner: 'group:default/platform',
  level: 'organization' as const,
  appliesTo: {},
  because: 'it cannot be understood',
};
const common = {
  ref: 'agentpolicy:default/p',
  title: 'P',
  owner: 'group:default/platform',
  level: 'organization' as const,
  mode: 'enforce' as const,
  because: 'So it is.',
  problems: [],
};
const text = (digest: string) => ({
  digest,
  kind: 'policy' as const,
  bytes: '{}',
});
const good: FoundPolicy = { ...common, kind: 'good', text: text('new') };
const shadow: FoundPolicy = { ...good, mode: 'shadow' };
const broken: FoundPolicy = { ...common, kind: 'broken', heldScope };
const untrusted: FoundPolicy = { ...common, kind: 'untrusted' };
const outside: FoundPolicy = { ...common, kind: 'out-of-authority' };
const gone: PolicyReading = { kind: 'gone', ref: common.ref, because: 'Gone.' };

function stored(changes: Partial<StoredPolicy>): StoredPolicy {
  return {
    ...common,
    state: 'enforcing',
    checkpoints: [],
    revision: 1,
    changedAt: '2026-11-20T12:00:00.000Z',
    ...changes,
  };
}

const none = undefined;
const enforcing = stored({ standing: 'current', textDigest: 'old' });
const shadowing = stored({
  standing: 'current',
  textDigest: 'old',
  state: 'shadow',
  mode: 'shadow',
});
const lastGood = stored({
  state: 'broken',
  standing: 'last-good',
  textDigest: 'old',
});
const held = stored({ state: 'broken', standing: 'no-good-text', heldScope });
const vanished = stored({
  state: 'vanished',
  standing: 'vanished',
  textDigest: 'old',
});
const inert = stored({ state: 'untrusted' });
const buried = stored({ state: 'gone' });

type Row = [string, StoredPolicy | undefined, PolicyReading, object];

describe('nextPolicy', () => {
  it.each<Row>([
    ['good, new', none, good, { state: 'enforcing', textDigest: 'new' }],
    [
      'good, changed',
      enforcing,
      good,
      { state: 'enforcing', textDigest: 'new' },
    ],
    [
      'good, put right',
      lastGood,
      good,
      { standing: 'current', textDigest: 'new' },
    ],
    [
      'good, back again',
      vanished,
      good,
      { standing: 'current', textDigest: 'new' },
    ],
    ['good, back from the dead', buried, good, { state: 'enforcing' }],
    ['in shadow', enforcing, shadow, { state: 'shadow', standing: 'current' }],
    [
      'broken, good before',
      enforcing,
      broken,
      { state: 'broken', standing: 'last-good', textDigest: 'old' },
    ],
    [
      'broken, vanished before',
      vanished,
      broken,
      { state: 'broken', standing: 'last-good', textDigest: 'old' },
    ],
    [
      'broken, never good',
      none,
      broken,
      { state: 'broken', standing: 'no-good-text', heldScope },
    ],
    [
      'broken, trusted only now',
      inert,
      broken,
      { state: 'broken', standing: 'no-good-text', heldScope },
    ],
    [
      'refused by the catalog',
      none,
      { ...broken, text: text('shown') },
      { state: 'broken', standing: 'last-good', textDigest: 'shown' },
    ],
    [
      'gone, good before',
      enforcing,
      gone,
      { state: 'vanished', standing: 'vanished', textDigest: 'old' },
    ],
    [
      'gone, broken before',
      lastGood,
      gone,
      { state: 'vanished', standing: 'vanished', textDigest: 'old' },
    ],
    [
      'gone, never good',
      held,
      gone,
      { state: 'vanished', standing: 'no-good-text', heldScope },
    ],
    ['gone, and vanished before', vanished, gone, { state: 'vanished' }],
    ['gone, only in shadow', shadowing, gone, { state: 'gone' }],
    ['gone, counted for nothing', inert, gone, { state: 'gone' }],
    ['untrusted, new', none, untrusted, { state: 'untrusted' }],
    [
      'untrusted, but decided before',
      enforcing,
      untrusted,
      { state: 'vanished', standing: 'vanished', textDigest: 'old' },
    ],
    ['outside its authority', none, outside, { state: 'out-of-authority' }],
  ])('%s', (_, before, reading, expected) => {
    expect(nextPolicy(before, reading, true)).toMatchObject(expected);
  });

  it.each<[string, StoredPolicy, PolicyReading]>([
    ['in shadow and gone', shadowing, gone],
    ['outside its authority now', enforcing, outside],
    ['untrusted as ever', inert, untrusted],
    ['broken and only in shadow', shadowing, { ...broken, heldScope: none }],
  ])('decides nothing when it is %s', (_, before, reading) => {
    const now = nextPolicy(before, reading, false);
    expect(now).toEqual(
      expect.not.objectContaining({ standing: expect.anything() }),
    );
    expect(now).toEqual(
      expect.not.objectContaining({ textDigest: expect.anything() }),
    );
  });

  it('keeps nothing of what was never there', () => {
    expect(nextPolicy(none, gone, true)).toBeUndefined();
  });

  it('does not let a last good text decide whose author lost the right to it', () => {
    expect(nextPolicy(enforcing, broken, false)).toMatchObject({
      standing: 'no-good-text',
      heldScope,
    });
  });
});
