import { JsonObject, JsonValue } from '../model';
import {
  approvedStory,
  allowedStory,
  RequestScript,
} from './__testUtils__/stories';
import { Draft, writeLedger } from './__testUtils__/writeLedger';
import { RawLedgerEntry } from './RawLedgerEntry';
import { verifyLedger } from './verifyLedger';

const FREEZE: Draft = {
  stream: 'freeze:f-1',
  type: 'freeze.created',
  body: { freezeId: 'f-1' },
  payloads: { reason: 'Release week' },
};

const drafts = () => [
  ...approvedStory().drafts,
  FREEZE,
  ...allowedStory().drafts,
];

async function problemsOf(entries: RawLedgerEntry[]): Promise<string[]> {
  const { ok, findings } = await verifyLedger(entries);
  expect(ok).toBe(findings.length === 0);
  return findings.map(({ problem }) => problem);
}

async function problemsOfStory(script: RequestScript): Promise<string[]> {
  return problemsOf(writeLedger(script.drafts));
}

/** Writes the bytes of one entry anew, with everything hashed around it left as it was. */
function edit(
  entries: RawLedgerEntry[],
  index: number,
  change: (entry: RawLedgerEntry) => Partial<RawLedgerEntry>,
): RawLedgerEntry[] {
  return entries.map((entry, position) =>
    position === index ? { ...entry, ...change(entry) } : entry,
  );
}

describe('invariant 10: verifyLedger', () => {
  it('finds nothing wrong with what the format allows, in any mixture of streams', async () => {
    const { ok, entries, streams, findings } = await verifyLedger(
      writeLedger(drafts()),
    );
    expect(findings).toEqual([]);
    expect({ ok, entries, streams }).toEqual({
      ok: true,
      entries: 12,
      streams: 3,
    });

    const turns = [approvedStory().drafts, [FREEZE], allowedStory().drafts];
    const mixed = Array.from({ length: 7 }).flatMap((_, turn) =>
      turns.flatMap(story => story.slice(turn, turn + 1)),
    );
    expect(await problemsOf(writeLedger(mixed))).toEqual([]);
  });

  it('says what it cannot show', async () => {
    const { limits } = await verifyLedger([]);
    expect(limits.join(' ')).toMatch(/taken off the end of a stream/);
    expect(limits.join(' ')).toMatch(/standing/);
    expect(limits.join(' ')).not.toMatch(/erased/);
  });

  it('takes its entries one by one, so that any length passes through', async () => {
    async function* stream() {
      yield* writeLedger(drafts());
    }
    expect((await verifyLedger(stream())).ok).toBe(true);
  });

  describe('somebody was at the bytes', () => {
    const written = writeLedger(drafts());

    it('finds one changed byte', async () => {
      const changed = edit(written, 3, ({ bytes }) => ({
        bytes: String(bytes).replace('"verdict":"hold"', '"verdict":"holt"'),
      }));
      expect(await problemsOf(changed)).toEqual(
        expect.arrayContaining(['leaf-hash-mismatch', 'bad-envelope']),
      );
    });

    it('finds a changed byte whose hash was made to fit, by the entry after it', async () => {
      const changed = edit(written, 1, ({ bytes }) => ({
        bytes: String(bytes).replace('10:00:00.000Z', '09:00:00.000Z'),
        leafHash: undefined,
      }));
      expect(await problemsOf(changed)).toEqual(['chain-broken']);
    });

    it('finds bytes that say the same in another way', async () => {
      const changed = edit(written, 11, ({ bytes }) => ({
        bytes: ` ${bytes}`,
        leafHash: undefined,
      }));
      expect(await problemsOf(changed)).toEqual(['not-canonical']);
    });

    it('finds bytes that are no text, no JSON or no envelope', async () => {
      for (const bytes of [Uint8Array.of(0xff), '{', '7', '{"a":1}', '']) {
        const changed = edit(written, 11, () => ({
          bytes,
          leafHash: undefined,
        }));
        expect(await problemsOf(changed)).toEqual(['bad-envelope']);
      }
    });

    it('finds an entry that is missing in the middle', async () => {
      expect(await problemsOf(written.filter((_, i) => i !== 4))).toEqual([
        'index-gap',
      ]);
      expect(await problemsOf(written.filter((_, i) => i !== 0))).toContain(
        'index-gap',
      );
    });

    it('finds two entries that were swapped', async () => {
      const swapped = [...written];
      [swapped[1], swapped[2]] = [written[2], written[1]];
      expect(await problemsOf(swapped)).toEqual(
        expect.arrayContaining(['index-gap', 'duplicate-index']),
      );
    });

    it('finds two entries whose bytes were swapped where they are filed', async () => {
      const swapped = edit(
        edit(written, 1, () => ({
          ...written[2],
          filedAs: written[1].filedAs,
        })),
        2,
        () => ({ ...written[1], filedAs: written[2].filedAs }),
      );
      expect(await problemsOf(swapped)).toContain('bytes-changed');
    });

    it('finds an entry that is there twice', async () => {
      const doubled = [...written.slice(0, 3), ...written.slice(2)];
      expect(await problemsOf(doubled)).toEqual(
        expect.arrayContaining(['duplicate-index', 'review-not-bound']),
      );
    });

    it('finds an entry that was moved to another stream', async () => {
      const [entry] = writeLedger([
        { ...allowedStory('r-2').drafts[0], stream: 'action-request:r-3' },
      ]);
      expect(await problemsOf([entry])).toEqual(['bad-envelope']);
    });

    it('finds a payload that was changed, salted anew, taken away, renamed or added', async () => {
      const [payload, other] = written[1].payloads;
      const changes = {
        changed: [{ ...payload, bytes: `${payload.bytes} ` }, other],
        salted: [{ ...payload, saltHex: '00'.repeat(32) }, other],
        upper: [{ ...payload, saltHex: payload.saltHex.toUpperCase() }, other],
        added: [payload, other, { ...other, name: 'more' }],
        doubled: [payload, other, payload],
      };
      for (const payloads of Object.values(changes)) {
        expect(
          await problemsOf(edit(written, 1, () => ({ payloads }))),
        ).toEqual(['commitment-mismatch']);
      }
      const taken = edit(written, 1, () => ({ payloads: [payload] }));
      expect(await problemsOf(taken)).toEqual(['payload-missing']);
      const renamed = edit(written, 1, () => ({
        payloads: [payload, { ...other, name: 'presentatioN' }],
      }));
      expect(await problemsOf(renamed)).toEqual([
        'payload-missing',
        'commitment-mismatch',
      ]);
    });

    it('takes an erased payload for erased, and says so', async () => {
      const erased = written.map(entry => ({
        ...entry,
        payloads: entry.payloads.map(payload => ({ ...payload, bytes: null })),
      }));
      const { ok, limits } = await verifyLedger(erased);
      expect(ok).toBe(true);
      expect(limits.join(' ')).toMatch(/9 payloads are erased/);
    });
  });

  describe('the hashes fit, but what is told cannot have happened', () => {
    it('invariant 1: finds an execution without an allow', async () => {
      for (const script of [
        new RequestScript('r').claimed({ from: 'proposed' }),
        new RequestScript('r').claimed(),
        new RequestScript('r').decided('deny').claimed(),
        new RequestScript('r').decided('deny').claimed({ from: 'denied' }),
        new RequestScript('r').decided('hold').claimed({ from: 'held' }),
        new RequestScript('r').decided('allow').claimed({ verdict: 'deny' }),
      ]) {
        expect(await problemsOfStory(script)).toContain(
          'effect-without-decision',
        );
      }
    });

    it('invariant 4: finds an execution of another action than was decided about', async () => {
      const actionDigest = 'cc'.repeat(32);
      for (const script of [
        new RequestScript('r').decided('allow').claimed({ actionDigest }),
        new RequestScript('r')
          .decided('hold')
          .redecided('allow', { actionDigest })
          .claimed({ actionDigest }),
      ]) {
        expect(await problemsOfStory(script)).toContain(
          'effect-without-decision',
        );
      }
    });

    it('invariant 6: finds a quorum that one person fills twice', async () => {
      const reviewsCounted = ['v-1', 'v-2'];
      const script = new RequestScript('r')
        .decided('hold')
        .reviewed('v-1', 'user:default/ana')
        .reviewed('v-2', 'user:default/ana')
        .redecided('hold', { reviewsCounted });
      expect(await problemsOfStory(script)).toEqual(['quorum-not-met']);
      expect(
        await problemsOfStory(
          script.claimed({ verdict: 'hold', reviewsCounted }),
        ),
      ).toEqual([
        'quorum-not-met',
        'effect-without-decision',
        'quorum-not-met',
      ]);
    });

    it('invariant 6: finds a quorum of too few, of no people, of rejections, of one review named twice', async () => {
      const held = () => new RequestScript('r').decided('hold');
      const scripts = [
        held()
          .reviewed('v-1', 'user:default/ana')
          .redecided('hold', { reviewsCounted: ['v-1'] }),
        held()
          .reviewed('v-1', 'user:default/ana')
          .redecided('hold', { reviewsCounted: ['v-1', 'v-1'] }),
        held()
          .reviewed('v-1', 'user:default/ana')
          .reviewed('v-2', 'agent:default/reviewer')
          .redecided('hold', { reviewsCounted: ['v-1', 'v-2'] }),
        held()
          .reviewed('v-1', 'user:default/ana')
          .reviewed('v-2', 'user:default/bo', { verdict: 'reject' })
          .redecided('hold', { reviewsCounted: ['v-1', 'v-2'] }),
        held().redecided('hold'),
        held().redecided('hold', { checkpoints: [] }),
      ];
      for (const script of scripts) {
        expect(await problemsOfStory(script)).toContain('quorum-not-met');
      }
    });

    describe('whose own request it is', () => {
      const people = {
        onBehalfOf: 'user:default/ana',
        runStartedBy: 'user:default/cy',
      };
      const reviewsCounted = ['v-1', 'v-2'];
      const approvedBy = (first: string, second: string) =>
        new RequestScript('r')
          .decided('hold', { notCounted: 2 }, { people })
          .reviewed('v-1', first)
          .reviewed('v-2', second)
          .redecided('hold', { notCounted: 2, reviewsCounted });

      it('finds nothing wrong where others approved', async () => {
        const script = approvedBy('user:default/bo', 'user:default/dee');
        expect(await problemsOfStory(script)).toEqual([]);
      });

      it('invariant 6: finds a quorum filled by those it is done for, or who started its run', async () => {
        for (const own of Object.values(people)) {
          expect(
            await problemsOfStory(approvedBy('user:default/bo', own)),
          ).toEqual(['quorum-not-met', 'quorum-not-met']);
        }
      });

      it('cannot tell once the names are erased, and says so', async () => {
        const erased = writeLedger(
          approvedBy('user:default/bo', 'user:default/ana').drafts,
        ).map(entry => ({
          ...entry,
          payloads: entry.payloads.map(payload =>
            payload.name === 'people' ? { ...payload, bytes: null } : payload,
          ),
        }));
        const { ok, limits } = await verifyLedger(erased);
        expect(ok).toBe(true);
        expect(limits.join(' ')).toMatch(/whose own request/);
      });

      it.each<[string, RequestScript]>([
        [
          'says of people and names none',
          new RequestScript('r').decided('hold', { notCounted: 1 }),
        ],
        [
          'names people and says of none',
          new RequestScript('r').decided('hold', {}, { people }),
        ],
        [
          'names fewer than it says',
          new RequestScript('r').decided(
            'hold',
            { notCounted: 2 },
            { people: { onBehalfOf: 'user:default/ana' } },
          ),
        ],
        [
          'names something else',
          new RequestScript('r').decided(
            'hold',
            { notCounted: 1 },
            { people: { somebody: 'user:default/ana' } },
          ),
        ],
        [
          'forgets them later',
          new RequestScript('r')
            .decided('hold', { notCounted: 2 }, { people })
            .redecided('hold', { to: 'held' }),
        ],
      ])('finds a record that %s', async (_, script) => {
        expect(await problemsOfStory(script)).toEqual(['bad-envelope']);
      });
    });

    describe('invariant 6: with several ways to satisfy a checkpoint', () => {
      const ANA = 'user:default/ana';
      const BO = 'user:default/bo';
      const OWNER = { from: 'target-owner', count: 1 };
      const SRE = { from: 'group:default/sre', count: 1 };
      const checkpoints = [
        { id: 'risky', anyOf: [{ allOf: [OWNER, SRE] }, { allOf: [SRE] }] },
        { id: 'default', anyOf: [{ allOf: [OWNER] }] },
      ];
      const honest = {
        reviewsCounted: ['v-1', 'v-2'],
        checkpoints,
        seats: [
          { checkpoint: 'risky', alternative: 0, terms: [['v-1'], ['v-2']] },
          { checkpoint: 'default', alternative: 0, terms: [['v-1']] },
        ],
      };
      const term = ({ from, count }: typeof OWNER) => ({
        from,
        count,
        resolved: [from === 'target-owner' ? 'group:default/payments' : from],
      });
      const reviewers = {
        checkpoints: checkpoints.map(({ id, anyOf }) => ({
          id,
          anyOf: anyOf.map(({ allOf }) => ({ allOf: allOf.map(term) })),
        })),
        approvals: [
          {
            id: 'v-1',
            reviewerRef: ANA,
            standingRefs: ['group:default/payments'],
          },
          { id: 'v-2', reviewerRef: BO, standingRefs: ['group:default/sre'] },
        ],
      };
      const story = (
        change: JsonObject = {},
        beside: Record<string, JsonValue> = { reviewers },
        second = BO,
      ) =>
        new RequestScript('r')
          .decided('hold', { checkpoints })
          .reviewed('v-1', ANA)
          .reviewed('v-2', second)
          .redecided('hold', { ...honest, ...change }, beside);
      const seated = (
        ...seats: Array<[alternative: number, ...terms: string[][]]>
      ) => ({
        seats: seats.map(([alternative, ...terms], index) => ({
          checkpoint: checkpoints[index].id,
          alternative,
          terms,
        })),
      });

      it('finds nothing wrong with a quorum that is one, whichever way it was met', async () => {
        expect(await problemsOfStory(story())).toEqual([]);
        expect(
          await problemsOfStory(story(seated([1, ['v-2']], [0, ['v-1']]))),
        ).toEqual([]);
      });

      it.each<[string, RequestScript]>([
        ['no word of who counts where', story({ seats: [] })],
        ['a checkpoint passed over', story(seated([0, ['v-1'], ['v-2']]))],
        [
          'a checkpoint told twice',
          story({ seats: [...honest.seats, honest.seats[1]] }),
        ],
        ['a term left empty', story(seated([0, ['v-1'], []], [0, ['v-1']]))],
        ['a term left out', story(seated([0, ['v-1']], [0, ['v-1']]))],
        [
          'an alternative that is none',
          story(seated([2, ['v-1'], ['v-2']], [0, ['v-1']])),
        ],
        [
          'one review for two terms',
          story(seated([0, ['v-1'], ['v-1']], [0, ['v-1']])),
        ],
        [
          'half of one alternative and half of another',
          story(seated([1, ['v-1']], [0, ['v-1']])),
        ],
        [
          'somebody who does not stand for the term',
          story(seated([0, ['v-2'], ['v-1']], [0, ['v-1']])),
        ],
        ['a review that is not counted', story({ reviewsCounted: ['v-1'] })],
        [
          'one person for two terms, with two reviews',
          story(
            {},
            {
              reviewers: {
                ...reviewers,
                approvals: reviewers.approvals.map(approval => ({
                  ...approval,
                  reviewerRef: ANA,
                })),
              },
            },
            ANA,
          ),
        ],
        ['no word of what they stood for', story({}, {})],
        ['words that say nothing', story({}, { reviewers: 'trust me' })],
        [
          'standing that was looked up for something else',
          story(
            {},
            {
              reviewers: {
                ...reviewers,
                checkpoints: reviewers.checkpoints.slice(1),
              },
            },
          ),
        ],
        [
          'easier checkpoints than those it was looked up for',
          story({ checkpoints: checkpoints.slice(1) }),
        ],
        [
          'a checkpoint without a term',
          story({
            checkpoints: [{ id: 'risky', anyOf: [{ allOf: [] }] }],
            ...seated([0]),
          }),
        ],
      ])('finds %s', async (_, script) => {
        expect(await problemsOfStory(script)).toContain('quorum-not-met');
      });

      it('finds a standing that is another person’s', async () => {
        const swapped = {
          ...reviewers,
          approvals: reviewers.approvals.map((approval, index) => ({
            ...approval,
            reviewerRef: [BO, ANA][index],
          })),
        };
        expect(
          await problemsOfStory(story({}, { reviewers: swapped })),
        ).toEqual(['review-not-bound', 'review-not-bound']);
      });

      it('still checks who counts where once names and standing are erased', async () => {
        const erase = (script: RequestScript) =>
          writeLedger(script.drafts).map(entry => ({
            ...entry,
            payloads: entry.payloads.map(payload => ({
              ...payload,
              bytes: null,
            })),
          }));
        expect(await problemsOf(erase(story()))).toEqual([]);
        const forged = story(seated([0, ['v-1'], ['v-1']], [0, ['v-1']]));
        expect(await problemsOf(erase(forged))).toEqual(['quorum-not-met']);
      });
    });

    it('invariant 5: finds a claim that counts fewer reviews than it needs', async () => {
      const script = new RequestScript('r')
        .decided('hold')
        .reviewed('v-1', 'user:default/ana')
        .reviewed('v-2', 'user:default/bo')
        .redecided('hold', { reviewsCounted: ['v-1', 'v-2'] })
        .claimed({ verdict: 'hold', reviewsCounted: ['v-1'] });
      expect(await problemsOfStory(script)).toEqual(['quorum-not-met']);
    });

    it('invariant 4: finds reviews that are not of the hold, the action, or what was shown', async () => {
      const held = () => new RequestScript('r').decided('hold');
      const scripts = [
        held().reviewed('v-1', 'user:default/ana', { holdDecisionId: 'd-7' }),
        held().reviewed('v-1', 'user:default/ana', {
          actionDigest: 'cc'.repeat(32),
        }),
        held().reviewed('v-1', 'user:default/ana', {
          presentationDigest: 'cc'.repeat(32),
        }),
        held()
          .redecided('hold', { to: 'held' })
          .reviewed('v-1', 'user:default/ana'),
        new RequestScript('r')
          .decided('allow')
          .reviewed('v-1', 'user:default/ana', { holdDecisionId: 'd-0' }),
        held().redecided('hold', { reviewsCounted: ['v-1'] }),
      ];
      for (const script of scripts) {
        expect(await problemsOfStory(script)).toContain('review-not-bound');
      }
    });

    it('invariant 4: finds old reviews counted for a new hold', async () => {
      const script = new RequestScript('r')
        .decided('hold')
        .reviewed('v-1', 'user:default/ana')
        .reviewed('v-2', 'user:default/bo')
        .redecided('hold', { to: 'held' })
        .redecided('hold', {
          decisionId: 'd-2',
          reviewsCounted: ['v-1', 'v-2'],
        });
      expect(await problemsOfStory(script)).toContain('review-not-bound');
    });

    it('invariant 7: finds an effect that was accepted twice under one key', async () => {
      const again = allowedStory('r').settled('succeeded', {
        attempt: 2,
        leaseEpoch: 3,
      });
      expect(await problemsOfStory(again)).toContain('effect-twice');

      const two = [
        ...allowedStory('r-1').drafts,
        ...new RequestScript('r-2')
          .decided('allow')
          .claimed({ idempotencyKey: 'key-r-1' })
          .settled('succeeded', { idempotencyKey: 'key-r-1' }).drafts,
      ];
      expect(await problemsOf(writeLedger(two))).toEqual(['effect-twice']);

      const otherKey = new RequestScript('r')
        .decided('allow')
        .claimed()
        .claimed({
          from: 'executing',
          attempt: 2,
          leaseEpoch: 2,
          idempotencyKey: 'fresh',
        });
      expect(await problemsOfStory(otherKey)).toEqual(['effect-twice']);
    });

    it('finds moves that are not legal', async () => {
      const script = () => new RequestScript('r');
      const illegal = [
        script().decided('deny', { to: 'authorised' }),
        script().decided('allow').decided('allow'),
        script().redecided('allow', { from: 'proposed' }),
        script().decided('deny').moved('denied', 'authorised'),
        script().decided('hold').moved('held', 'authorised'),
        script().decided('allow').moved('authorised', 'executing'),
        script().decided('hold').moved('authorised', 'lapsed'),
        script().decided('allow').settled('succeeded'),
        script().decided('allow').claimed().settled('failed', { attempt: 2 }),
        script().decided('allow').claimed({ leaseEpoch: 3 }).settled('failed'),
        script().decided('allow').claimed({ attempt: 2 }),
        script()
          .decided('allow')
          .claimed({ leaseEpoch: 2 })
          .claimed({ from: 'executing', attempt: 2, leaseEpoch: 2 }),
        script()
          .decided('allow')
          .claimed()
          .settled('succeeded')
          .claimed({ from: 'succeeded', attempt: 2, leaseEpoch: 2 }),
        script().decided('hold').moved('held', 'withdrawn').redecided('allow'),
        script()
          .decided('hold')
          .reviewed('v-1', 'user:default/ana', { verdict: 'reject' })
          .redecided('allow'),
        script().decided('hold', { revision: 4 }).moved('held', 'expired'),
      ];
      for (const { drafts: story } of illegal) {
        expect(await problemsOf(writeLedger(story))).toContain(
          'illegal-transition',
        );
      }
    });

    it('finds a body that leaves something out', async () => {
      const { drafts: story } = new RequestScript('r').decided('allow');
      const { actionDigest: _, ...body } = story[0].body;
      const { findings } = await verifyLedger(
        writeLedger([{ ...story[0], body }]),
      );
      expect(findings).toEqual([
        expect.objectContaining({
          problem: 'bad-envelope',
          message: expect.stringContaining('actionDigest'),
        }),
      ]);
    });

    it('names the entry and the stream of every finding', async () => {
      const { findings } = await verifyLedger(
        writeLedger(new RequestScript('r').claimed().drafts),
      );
      for (const finding of findings) {
        expect(finding).toMatchObject({
          entryId: '019a0000-0000-7000-8000-000000000000',
          stream: 'action-request:r',
          message: expect.stringMatching(/\S/),
        });
      }
    });
  });
});
