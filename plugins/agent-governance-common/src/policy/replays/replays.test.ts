import fc from 'fast-check';
import {
  Facts,
  NotReplayableBecause,
  ReplayFlip,
  ReplayScope,
  ReviewersFound,
} from '../../model';
import { sampleFacts } from '../../testUtils';
import { documentFacts } from '../__testUtils__/documentFacts';
import { load, policyDocument } from '../__testUtils__/documents';
import { HELD, makePool } from '../__testUtils__/policyPool';
import { policySet, undoable, when } from '../__testUtils__/policySet';
import { decide } from '../decide';
import { LoadedPolicy } from '../documents';
import { compilePolicies, PolicyIndex } from '../policies';
import { PolicySet } from '../PolicySet';
import { Compared, DecisionComparer } from './DecisionComparer';
import {
  addComparison,
  addNotReplayable,
  emptyTally,
  mergeTallies,
  ReplayTally,
  TallySubject,
} from './ReplayTally';
import { toReplayMarkdown } from './toReplayMarkdown';
import { REPLAY_REPORT_KEYS, toReplayReport } from './toReplayReport';

const OPEN = { result: 'ALLOW' } as const;
const scope: ReplayScope = {
  from: '2026-11-01T00:00:00.000Z',
  to: '2026-11-08T00:00:00.000Z',
};
const policy = (spec: object, name = 'p') => load(policyDocument(spec, name));
const allow = { rules: [{ name: 'all', effect: 'allow' }] };
const deny = { rules: [{ name: 'no', effect: 'deny' }] };
const ask = (from: string, name = 'look') => ({
  rules: [
    {
      name,
      effect: 'require-approval',
      checkpoint: {
        anyOf: [{ allOf: [{ from, count: 1 }] }],
        decideWithin: 'PT4H',
        executeWithin: 'PT30M',
      },
    },
  ],
});
const setOf = ({ digest }: PolicyIndex, changes: Partial<PolicySet> = {}) =>
  policySet(OPEN, OPEN, { policies: { digest }, ...changes });

function compare(
  now: LoadedPolicy[],
  drafted: LoadedPolicy[],
  options: {
    recordedWith?: LoadedPolicy[];
    facts?: Facts;
    set?: Partial<PolicySet>;
    reviewers?: ReviewersFound;
  } = {},
) {
  const facts = options.facts ?? sampleFacts();
  const recordedIndex = compilePolicies(options.recordedWith ?? now);
  const set = setOf(recordedIndex, options.set);
  const { verdict } = options.reviewers
    ? { verdict: 'deny' as const }
    : decide(set, facts, recordedIndex);
  return new DecisionComparer({
    now: compilePolicies(now),
    drafted: compilePolicies(drafted),
  }).compare({
    facts,
    policySet: set,
    verdict,
    reviewers: () => options.reviewers,
  });
}

describe('DecisionComparer', () => {
  it('tells loosened, tightened and asked otherwise', () => {
    const sre = policy(ask('group:default/sre'));
    const owner = policy(ask('target-owner'));
    expect(compare([policy(allow)], [policy(deny)])).toMatchObject({
      from: 'allow',
      to: 'deny',
      flip: { kind: 'tightened', after: { reason: 'denied', asks: [] } },
      policies: ['agentpolicy:default/p'],
    });
    expect(compare([policy(deny)], [sre])).toMatchObject({
      flip: {
        kind: 'loosened',
        after: { asks: ['one of group:default/sre (within PT4H)'] },
      },
    });
    expect(compare([sre], [owner])).toMatchObject({
      from: 'hold',
      to: 'hold',
      flip: { kind: 'checkpoint' },
    });
  });

  it('takes the same question under another name for no change', () => {
    const compared = compare(
      [policy(ask('group:default/sre'))],
      [policy(ask('group:default/sre', 'other'), 'q')],
    );
    expect(compared).toMatchObject({ from: 'hold', to: 'hold' });
    expect(compared).not.toHaveProperty('flip');
  });

  it('counts what changed since the recording as drift, and not as the draft’s doing', () => {
    const compared = compare(
      [policy(deny)],
      [policy(deny), policy(allow, 'q')],
      {
        recordedWith: [policy(allow)],
      },
    );
    expect(compared).toMatchObject({ from: 'deny', to: 'deny', drift: 'deny' });
    expect(compared).not.toHaveProperty('flip');
  });

  it('does not take a hold that nobody could decide for drift', () => {
    const sre = [policy(ask('group:default/sre'))];
    const lookups = (from: string) => ({
      lookups: [{ from, refs: [from], eligible: 0 }],
      people: [],
    });
    const changed = [...sre, policy(allow, 'q')];
    const other = { recordedWith: [...sre, policy(allow, 'r')] };
    expect(
      compare(sre, changed, {
        ...other,
        reviewers: lookups('group:default/sre'),
      }),
    ).not.toHaveProperty('drift');
    expect(
      compare(sre, changed, {
        ...other,
        reviewers: lookups('group:default/x'),
      }),
    ).toMatchObject({ drift: 'hold' });
  });

  it('keeps what the portal answered, and walks it with today’s rules', () => {
    const set = {
      portal: { execute: when(undoable), executeApproved: when(undoable) },
    };
    const can = compare([], [policy(deny)], {
      set: { ...set, rulesVersion: 'old' },
    });
    expect(can).toMatchObject({ from: 'allow', to: 'deny', otherRules: true });
    const older = compare([], [policy(deny)], {
      set: { ...set, engineVersion: '1' },
    });
    expect(older).toMatchObject({
      from: 'allow',
      to: 'deny',
      otherRules: false,
    });
  });

  it.each<[string, NonNullable<Parameters<typeof compare>[2]>, string]>([
    [
      'rules that are gone',
      {
        set: {
          portal: {
            execute: when({ ...undoable, rule: 'gone' }),
            executeApproved: OPEN,
          },
        },
      },
      'portal-rules',
    ],
    [
      'a set that is none',
      { set: { portal: undefined } as never },
      'portal-rules',
    ],
    [
      'facts of another version',
      { facts: { ...sampleFacts(), schemaVersion: 2 as never } },
      'facts-version',
    ],
    ['no facts', { facts: null as never }, 'facts-version'],
  ])('assumes nothing about %s', (_, { set, facts }, because) => {
    const index = compilePolicies([]);
    const comparer = new DecisionComparer({ now: index, drafted: index });
    expect(
      comparer.compare({
        facts: facts === undefined ? sampleFacts() : facts,
        policySet: setOf(index, set),
        verdict: 'deny',
      }),
    ).toEqual({ because });
  });

  describe('for any policies', () => {
    const pool = makePool(80, 11);
    const some = fc
      .uniqueArray(fc.nat(pool.length - 1), { maxLength: 15 })
      .map(picked => picked.map(nth => pool[nth].base));
    const held = fc.subarray([...HELD], { maxLength: 2 });
    const sets = fc.record({
      now: some,
      drafted: some,
      recordedWith: some,
      held,
      facts: documentFacts,
    });

    it('says the same as deciding twice, whatever it leaves out', () => {
      fc.assert(
        fc.property(sets, fc.boolean(), (given, isCurrent) => {
          const { facts } = given;
          const now = compilePolicies(given.now, given.held);
          const drafted = compilePolicies(given.drafted);
          const then = isCurrent ? now : compilePolicies(given.recordedWith);
          const recorded = decide(setOf(then), facts, then);
          const compared = new DecisionComparer({ now, drafted }).compare({
            facts,
            policySet: setOf(then),
            verdict: recorded.verdict,
          }) as Compared;
          const before = decide(setOf(now), facts, now);
          const after = decide(setOf(drafted), facts, drafted);
          expect([compared.from, compared.to]).toEqual([
            before.verdict,
            after.verdict,
          ]);
          expect(compared.drift).toBe(
            before.verdict === recorded.verdict ? undefined : before.verdict,
          );
          const turned = before.verdict !== after.verdict;
          expect(turned && compared.flip?.kind === 'checkpoint').toBe(false);
          expect(turned && compared.policies.length === 0).toBe(false);
        }),
        { numRuns: 2_000 },
      );
    });

    it('a draft without changes flips nothing', () => {
      fc.assert(
        fc.property(sets, ({ now, recordedWith, held: scopes, facts }) => {
          const index = compilePolicies(now, scopes);
          const same = compilePolicies([...now].reverse(), scopes);
          const compared = new DecisionComparer({
            now: index,
            drafted: same,
          }).compare({
            facts,
            policySet: setOf(compilePolicies(recordedWith)),
            verdict: 'deny',
          });
          expect(compared).not.toHaveProperty('flip');
          expect(compared).toMatchObject({ policies: [] });
        }),
        { numRuns: 500 },
      );
    });
  });
});

const comparedArbitrary: fc.Arbitrary<Item> = fc.record({
  compared: fc.oneof(
    fc.record<Compared>({
      from: fc.constantFrom('allow', 'hold', 'deny'),
      to: fc.constantFrom('allow', 'hold', 'deny'),
      policies: fc.subarray(['agentpolicy:default/p', '__proto__']),
      otherRules: fc.boolean(),
      flip: fc.constantFrom(
        undefined,
        { kind: 'loosened' as const, before: {} as never, after: {} as never },
        {
          kind: 'checkpoint' as const,
          before: {} as never,
          after: {} as never,
        },
      ),
      drift: fc.constantFrom(undefined, 'deny' as const),
    }),
    fc.constantFrom('facts-gone' as const, 'portal-rules' as const),
  ),
  subject: fc.record({
    agentRef: fc.constantFrom('agent:default/a', 'agent:default/b'),
    team: fc.constantFrom(undefined, 'group:default/x', 'constructor'),
    actionId: fc.constantFrom('a:b', 'c'),
    purpose: fc.constantFrom('proposal' as const, 'effect' as const),
  }),
});
interface Item {
  compared: Compared | NotReplayableBecause;
  subject: TallySubject;
}

function tallyOf(items: readonly Item[]): ReplayTally {
  const tally = emptyTally();
  for (const { compared, subject } of items) {
    if (typeof compared === 'string') {
      addNotReplayable(tally, compared);
    } else {
      addComparison(tally, compared, subject, 'allow');
    }
  }
  return tally;
}
const reportOf = (tally: ReplayTally) =>
  toReplayReport(tally, { scope, base: 'b', drafted: 'd' });

describe('ReplayReport', () => {
  it('is the same however the decisions are dealt out and in which order they come', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(comparedArbitrary, fc.nat(3), fc.nat())),
        dealt => {
          const whole = reportOf(tallyOf(dealt.map(([item]) => item)));
          const piles = [0, 1, 2, 3].map(pile =>
            tallyOf(
              dealt
                .filter(([, where]) => where === pile)
                .sort((a, b) => a[2] - b[2])
                .map(([item]) => item),
            ),
          );
          const kept = JSON.parse(JSON.stringify(piles)) as ReplayTally[];
          expect(reportOf(kept.reduceRight(mergeTallies))).toEqual(whole);
          expect(whole.decisions).toBe(dealt.length);
        },
      ),
    );
  });

  it('has another digest where anything in it is another', () => {
    const item = { compared: 'facts-gone' as const, subject: {} as never };
    const one = reportOf(tallyOf([item]));
    const two = reportOf(tallyOf([item, item]));
    expect(one.digest).not.toBe(two.digest);
    expect(
      toReplayReport(tallyOf([item]), { scope, base: 'x', drafted: 'd' })
        .digest,
    ).not.toBe(one.digest);
  });

  it('lists so many and counts the rest together', () => {
    const items = Array.from({ length: REPLAY_REPORT_KEYS + 5 }, (_, nth) => ({
      compared: {
        from: 'allow',
        to: 'allow',
        policies: [],
        otherRules: false,
      } as Compared,
      subject: {
        agentRef: `agent:default/a${nth}`,
        actionId: 'a',
        purpose: 'proposal' as const,
      },
    }));
    const { byAgent } = reportOf(tallyOf(items));
    expect(byAgent.items).toHaveLength(REPLAY_REPORT_KEYS);
    expect(byAgent.others).toMatchObject({ keys: 5, replayed: 5 });
  });
});

describe('toReplayMarkdown', () => {
  const evil =
    '](javascript:x) <img src=x> @alice #1 | `code` **b** www.x.example\n# heading';
  const flip: ReplayFlip = {
    decisionId: 'd',
    requestId: 'r',
    decidedAt: scope.from,
    purpose: 'proposal',
    agentRef: evil,
    actionId: evil,
    targetRef: evil,
    environment: evil,
    kind: 'tightened',
    recorded: 'allow',
    before: { verdict: 'allow', reason: 'granted', because: evil, asks: [] },
    after: { verdict: 'deny', reason: 'denied', because: evil, asks: [] },
    policies: [],
  };
  const tally = tallyOf([]);
  addComparison(
    tally,
    {
      from: 'allow',
      to: 'deny',
      policies: [evil],
      otherRules: true,
      drift: 'deny',
      flip: { kind: 'tightened', before: flip.before, after: flip.after },
    },
    { agentRef: evil, team: evil, actionId: evil, purpose: 'proposal' },
    'hold',
  );
  addNotReplayable(tally, 'facts-gone');
  const markdown = toReplayMarkdown(
    {
      title: evil,
      report: reportOf(tally),
      policies: [
        { ref: evil, title: evil, change: 'added', inert: evil, warnings: [] },
      ],
    },
    [flip],
  );

  it('says what would change, and what is not known', () => {
    expect(markdown).toContain(
      '**1 of 1 decisions would change**: 0 looser, 1 tighter',
    );
    expect(markdown).toContain('1 × allow → deny');
    expect(markdown).toContain(
      '1 not made again: their facts are no longer stored',
    );
    expect(markdown).toContain('1 would be decided otherwise than they were');
    expect(markdown).toContain('today’s');
    expect(markdown).toContain('### Some of the decisions');
  });

  it('lets no text of others be anything but text', () => {
    const bare = markdown.replace(/<code>[^<>|`\n]*<\/code>/g, 'CODE');
    expect(bare).not.toMatch(/alice|javascript|<img|heading|example/);
    expect(bare.match(/CODE/g)!.length).toBeGreaterThan(10);
    const inside = Array.from(
      markdown.matchAll(/<code>(.*?)<\/code>/g),
      ([, text]) => text.replace(/&#\d+;/g, ''),
    );
    expect(inside.join('')).toMatch(/^[A-Za-z0-9 \u2026,]*$/);
  });
});
