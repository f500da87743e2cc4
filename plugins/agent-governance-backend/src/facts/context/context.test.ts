import {
  ContextSignOff,
  ContextStandard,
} from '@agentgov/backstage-plugin-agent-governance-common';
import fc from 'fast-check';
import { assembleFact } from './assembleFact';
import { ContextClaim } from './ContextClaim';
import { digestValue } from './digestValue';
import { findDifferences } from './findDifferences';
import { judgeSignOff } from './judgeSignOff';
import { measureFreshness } from './measureFreshness';
import { resolveClaims } from './resolveClaims';

const DAY = 86_400;
const NOW = new Date('2026-11-20T12:00:00.000Z');
const ago = (seconds: number) =>
  new Date(NOW.getTime() - seconds * 1000).toISOString();
const RANK = { fresh: 0, ageing: 1, stale: 2, unknown: 3 };

const standard: ContextStandard = {
  factType: 'template',
  title: 'Template',
  warnAfterSeconds: 20 * DAY,
  errorAfterSeconds: 30 * DAY,
  signOffBy: 'target-owner',
};

const claim = (changes: Partial<ContextClaim> = {}): ContextClaim => {
  const value = changes.value ?? 'v1';
  return {
    factType: 'template',
    source: 'templates',
    value,
    digest: digestValue(value),
    observedAt: ago(DAY),
    acquiredAt: ago(DAY),
    ...changes,
  };
};

const signOff = (changes: Partial<ContextSignOff> = {}): ContextSignOff => ({
  id: '1',
  entityRef: 'component:default/a',
  factType: 'template',
  digest: digestValue('v1'),
  personRef: 'user:default/ann',
  standing: 'group:default/support',
  signedOffAt: ago(0),
  valid: true,
  ...changes,
});

const fact = (
  claims: ContextClaim[],
  options: { signOffs?: ContextSignOff[]; standard?: ContextStandard } = {},
) =>
  assembleFact({
    entityRef: 'component:default/a',
    factType: 'template',
    title: 'Template',
    resolution: resolveClaims(claims, ago(-60)),
    standard,
    signOffs: [],
    now: NOW,
    latest: ago(-60),
    ...options,
  });

describe('measureFreshness', () => {
  it.each([
    [20 * DAY - 1, 'fresh'],
    [20 * DAY, 'ageing'],
    [20 * DAY + 1, 'ageing'],
    [30 * DAY - 1, 'ageing'],
    [30 * DAY, 'stale'],
    [30 * DAY + 1, 'stale'],
    [95 * DAY, 'stale'],
    [0, 'fresh'],
    [-30, 'fresh'],
  ])('says of something %d seconds old that it is %s', (age, freshness) => {
    expect(
      measureFreshness({ verifiedAt: ago(age), now: NOW, standard }),
    ).toEqual({ freshness, ageSeconds: Math.max(0, age) });
  });

  it('counts each threshold by itself', () => {
    const at = (age: number, one: Partial<ContextStandard>) =>
      measureFreshness({ verifiedAt: ago(age), now: NOW, standard: one })
        .freshness;
    expect(at(99, { errorAfterSeconds: 100 })).toBe('fresh');
    expect(at(100, { errorAfterSeconds: 100 })).toBe('stale');
    expect(at(1e9, { warnAfterSeconds: 100 })).toBe('ageing');
    expect(at(1e9, {})).toBe('fresh');
    expect(measureFreshness({ verifiedAt: ago(1e9), now: NOW }).freshness).toBe(
      'fresh',
    );
  });

  it('never says that what is older is fresher', () => {
    const seconds = fc.integer({ min: -1000, max: 1000 });
    const threshold = fc.option(fc.nat(1000), { nil: undefined });
    fc.assert(
      fc.property(
        seconds,
        seconds,
        threshold,
        threshold,
        (a, b, warn, error) => {
          const [older, younger] = [Math.max(a, b), Math.min(a, b)].map(age =>
            measureFreshness({
              verifiedAt: ago(age),
              now: NOW,
              standard: { warnAfterSeconds: warn, errorAfterSeconds: error },
            }),
          );
          expect(RANK[older.freshness]).toBeGreaterThanOrEqual(
            RANK[younger.freshness],
          );
        },
      ),
    );
  });
});

describe('assembleFact', () => {
  it('is known to be unknown when nobody stated it', () => {
    const missing = fact([]);
    expect(missing).toMatchObject({ freshness: 'unknown', source: 'none' });
    expect(missing).not.toHaveProperty('digest');
    expect(missing).not.toHaveProperty('value');
  });

  it('measures from the observation, however late it came in', () => {
    expect(
      fact([claim({ observedAt: ago(95 * DAY), acquiredAt: ago(0) })]),
    ).toMatchObject({ freshness: 'stale', ageSeconds: 95 * DAY });
  });

  it('measures from a valid sign-off where that is later', () => {
    const old = claim({ observedAt: ago(95 * DAY) });
    expect(
      fact([old], { signOffs: [signOff({ signedOffAt: ago(5) })] }),
    ).toMatchObject({ freshness: 'fresh', verifiedAt: ago(5), ageSeconds: 5 });
    expect(
      fact([old], { signOffs: [signOff({ valid: false })] }),
    ).toMatchObject({ freshness: 'stale', verifiedAt: ago(95 * DAY) });
    expect(
      fact([claim()], { signOffs: [signOff({ signedOffAt: ago(2 * DAY) })] }),
    ).toMatchObject({ verifiedAt: ago(DAY) });
  });

  it('shows a sign-off that counts before a later one that does not', () => {
    const counts = signOff({ id: '1', signedOffAt: ago(9) });
    const lapsed = signOff({ id: '2', valid: false });
    expect(fact([claim()], { signOffs: [lapsed, counts] }).signOff).toBe(
      counts,
    );
    expect(fact([claim()], { signOffs: [lapsed] }).signOff).toBe(lapsed);
  });

  it('does not believe an observation from the future', () => {
    expect(fact([claim({ observedAt: ago(-60) })]).freshness).toBe('fresh');
    expect(fact([claim({ observedAt: ago(-61) })])).toMatchObject({
      freshness: 'unknown',
      note: expect.stringContaining('has not come yet'),
    });
  });

  it('is unknown, and says who says what, when sources disagree', () => {
    const disputed = fact([
      claim({ source: 'cmdb', value: 'restricted' }),
      claim({ source: 'catalog', value: 'internal' }),
    ]);
    expect(disputed).toMatchObject({
      freshness: 'unknown',
      source: 'catalog, cmdb',
      note: 'Sources disagree: catalog says "internal"; cmdb says "restricted"',
    });
    expect(disputed).not.toHaveProperty('digest');
    expect(disputed).not.toHaveProperty('verifiedAt');
  });
});

describe('resolveClaims', () => {
  const claims = fc.uniqueArray(
    fc.record({
      source: fc.constantFrom('a', 'b', 'c', 'd'),
      value: fc.constantFrom('v1', 'v1', 'v2'),
      age: fc.integer({ min: -200, max: 40 * DAY }),
    }),
    { selector: ({ source }) => source, maxLength: 4 },
  );
  const toClaims = (
    list: Array<{ source: string; value: string; age: number }>,
  ) =>
    list.map(({ source, value, age }) =>
      claim({ source, value, observedAt: ago(age) }),
    );

  it('does not depend on the order in which sources are looked at', () => {
    fc.assert(
      fc.property(
        claims.chain(list =>
          fc.tuple(
            fc.constant(list),
            fc.shuffledSubarray(list, { minLength: list.length }),
          ),
        ),
        ([list, shuffled]) => {
          expect(fact(toClaims(shuffled))).toEqual(fact(toClaims(list)));
        },
      ),
    );
  });

  it('never gets worse by another source that agrees', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -200, max: 40 * DAY }), {
          minLength: 1,
          maxLength: 4,
        }),
        fc.integer({ min: -200, max: 40 * DAY }),
        (ages, age) => {
          const agreed = ages.map((one, i) =>
            claim({ source: `s${i}`, observedAt: ago(one) }),
          );
          const more = [
            ...agreed,
            claim({ source: 'x', observedAt: ago(age) }),
          ];
          expect(RANK[fact(more).freshness]).toBeLessThanOrEqual(
            RANK[fact(agreed).freshness],
          );
        },
      ),
    );
  });

  it('is never good news when another source disagrees', () => {
    fc.assert(
      fc.property(claims, list => {
        const others = toClaims(list.filter(({ source }) => source !== 'd'));
        fc.pre(others.length > 0);
        expect(
          fact([...others, claim({ source: 'd', value: 'other' })]).freshness,
        ).toBe('unknown');
      }),
    );
  });
});

describe('judgeSignOff', () => {
  const present = {
    digest: digestValue('v1') as string | undefined,
    standard: standard as ContextStandard | undefined,
    hasStanding: true,
  };

  it('counts while value, standard and standing are what they were', () => {
    expect(judgeSignOff(signOff(), present)).toEqual(signOff());
  });

  it.each([
    ['value has changed', {}, { digest: digestValue('v2') }],
    ['no agreed value', {}, { digest: undefined }],
    ['Another value was reported', { lapsedAt: ago(1) }, {}],
    [
      'lets nobody sign',
      {},
      { standard: { ...standard, signOffBy: undefined } },
    ],
    ['lets nobody sign', {}, { standard: undefined }],
    ['no longer has standing', {}, { hasStanding: false }],
  ])('lapses and says why: %s', (because, stored, change) => {
    expect(
      judgeSignOff({ ...signOff(), ...stored }, { ...present, ...change }),
    ).toMatchObject({
      valid: false,
      lapsedBecause: expect.stringContaining(because),
    });
  });

  it('never survives another digest', () => {
    const value = fc.oneof(
      fc.string(),
      fc.integer(),
      fc.dictionary(fc.string(), fc.boolean()),
    );
    fc.assert(
      fc.property(value, value, fc.boolean(), (was, is, hasStanding) => {
        fc.pre(digestValue(was) !== digestValue(is));
        expect(
          judgeSignOff(signOff({ digest: digestValue(was) }), {
            ...present,
            hasStanding,
            digest: digestValue(is),
          }).valid,
        ).toBe(false);
      }),
    );
  });
});

describe('findDifferences', () => {
  it('names what changed, by value alone', () => {
    const same = claim({ factType: 'same' });
    expect(
      findDifferences(
        [
          same,
          claim({ factType: 'data-class', value: 'internal' }),
          claim({ factType: 'gone', value: 1 }),
          { factType: 'missing', source: 'none' },
        ],
        [
          { ...same, source: 'another', observedAt: ago(0) },
          claim({
            factType: 'data-class',
            value: 'restricted',
            observedAt: ago(1200),
          }),
          { factType: 'gone', source: 'a, b' },
          claim({ factType: 'stated-since', value: true }),
          { factType: 'missing', source: 'none' },
          { factType: 'also-missing', source: 'none' },
        ],
      ),
    ).toEqual([
      {
        factType: 'data-class',
        quoted: 'internal',
        current: 'restricted',
        source: 'templates',
        changedAt: ago(1200),
      },
      { factType: 'gone', quoted: 1, source: 'a, b' },
      {
        factType: 'stated-since',
        current: true,
        source: 'templates',
        changedAt: ago(DAY),
      },
    ]);
  });
});
