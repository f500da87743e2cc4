import { JsonObject } from '../model';
import { Draft, writeLedger } from './__testUtils__/writeLedger';
import { verifyLedger } from './verifyLedger';

const ANA = 'user:default/ana';
const BO = 'user:default/bo';
const stream = 'policy:agentpolicy:default/freeze';
const ORGANIZATION = ['organization'];

const asked = (
  quorum: number | null,
  epoch: number,
  until?: string,
): Draft => ({
  stream: 'policy-changes',
  type: 'policy-changes.governed',
  body: {
    quorum: quorum === null ? null : { levels: ORGANIZATION, count: quorum },
    adoptsUntil: until ?? null,
    epoch,
  },
});

const proposed = (changes: JsonObject = {}): Draft => ({
  stream,
  type: 'policy.change-proposed',
  body: { changeId: 'c-1', before: 'old', after: 'new', count: 2, ...changes },
});

const vote = (
  voteId: string,
  votedBy: string,
  verdict: 'approved' | 'rejected' = 'approved',
): Draft => ({
  stream,
  type: `policy.change-${verdict}`,
  body: { changeId: 'c-1', voteId },
  payloads: { people: { votedBy, standing: 'group:default/platform' } },
});

const withdrawn: Draft = {
  stream,
  type: 'policy.change-withdrawn',
  body: { changeId: 'c-1' },
};

function changed(
  governance: JsonObject | null,
  changes: JsonObject = {},
): Draft {
  return {
    stream,
    type: 'policy.changed',
    body: {
      before: 'old',
      after: 'new',
      level: { before: 'organization', after: 'organization' },
      epoch: 20,
      governance: governance && {
        levels: ORGANIZATION,
        count: 2,
        changeId: null,
        votesCounted: [],
        ...governance,
      },
      ...changes,
    },
  };
}

const approved = (...votesCounted: string[]) =>
  changed({ judged: 'approved', changeId: 'c-1', votesCounted });
const harmless = { judged: 'does-not-loosen' };
const votes = [vote('v-1', ANA), vote('v-2', BO)];

async function problemsOf(...drafts: Draft[]) {
  const { findings } = await verifyLedger(writeLedger(drafts));
  // streams may come in any order
  const others = drafts.filter(draft => draft.stream !== stream);
  const turned = await verifyLedger(
    writeLedger([
      ...drafts.filter(draft => draft.stream === stream),
      ...others,
    ]),
  );
  const problems = findings.map(({ problem }) => problem);
  expect(turned.findings.map(({ problem }) => problem)).toEqual(problems);
  return problems;
}

describe('invariant 10: verifyLedger, of changes of policies', () => {
  it('has nothing against what was agreed to, does not loosen, or follows from the configuration', async () => {
    expect(
      await problemsOf(
        asked(2, 10),
        proposed(),
        ...votes,
        approved('v-1', 'v-2'),
      ),
    ).toEqual([]);
    expect(await problemsOf(asked(2, 10), changed(harmless))).toEqual([]);
    expect(
      await problemsOf(asked(2, 10), changed({ judged: 'configuration' })),
    ).toEqual([]);
    expect(
      await problemsOf(
        asked(2, 10),
        changed({ judged: 'adopted' }, { before: null }),
      ),
    ).toEqual([]);
    expect(
      await problemsOf(asked(2, 10), proposed(), withdrawn, changed(harmless)),
    ).toEqual([]);
  });

  it.each([
    ['before it was asked for', 21, []],
    ['as soon as it was asked for', 20, ['quorum-not-met']],
  ])(
    'invariant 3: a change that says nothing of a quorum, %s',
    async (_, epoch, problems) => {
      expect(await problemsOf(asked(2, epoch), changed(null))).toEqual(
        problems,
      );
    },
  );

  it('asks nothing after that ended, of other levels, and where the same text decides', async () => {
    expect(
      await problemsOf(asked(2, 10), asked(null, 15), changed(null)),
    ).toEqual([]);
    expect(
      await problemsOf(
        asked(2, 10),
        changed(null, { level: { before: 'team', after: 'team' } }),
      ),
    ).toEqual([]);
    expect(
      await problemsOf(asked(2, 10), changed(null, { after: 'old' })),
    ).toEqual([]);
  });

  it.each<[string, Draft[], string[]]>([
    [
      'too few people',
      [proposed(), votes[0], approved('v-1')],
      ['quorum-not-met'],
    ],
    [
      'one person twice',
      [proposed(), vote('v-1', ANA), vote('v-2', ANA), approved('v-1', 'v-2')],
      ['quorum-not-met'],
    ],
    [
      'a vote nobody gave',
      [proposed(), votes[0], approved('v-1', 'v-9')],
      ['quorum-not-met'],
    ],
    [
      'a quorum that is smaller than what was asked',
      [
        proposed({ count: 1 }),
        votes[0],
        changed({
          judged: 'approved',
          changeId: 'c-1',
          votesCounted: ['v-1'],
          count: 1,
        }),
      ],
      ['quorum-not-met'],
    ],
    [
      'another text than was agreed to',
      [proposed({ after: 'other' }), ...votes, approved('v-1', 'v-2')],
      ['illegal-transition'],
    ],
    ['nothing that waited', [approved()], ['illegal-transition']],
    [
      'a change that was rejected',
      [
        proposed(),
        ...votes,
        vote('v-3', ANA, 'rejected'),
        approved('v-1', 'v-2'),
      ],
      ['illegal-transition'],
    ],
    [
      'a change that waits, as if it were harmless',
      [proposed(), changed(harmless)],
      ['quorum-not-met'],
    ],
    [
      'a text that is taken as it comes in the place of another',
      [changed({ judged: 'adopted' })],
      ['quorum-not-met'],
    ],
  ])('invariant 6: tells of %s', async (_, drafts, problems) => {
    expect(await problemsOf(asked(2, 10), ...drafts)).toEqual(problems);
  });

  it('tells of what is taken as it comes after that ended', async () => {
    const adopted = changed({ judged: 'adopted' }, { before: null });
    expect(
      await problemsOf(asked(2, 10, '2026-11-22T10:00:00.000Z'), adopted),
    ).toEqual([]);
    expect(
      await problemsOf(asked(2, 10, '2026-11-22T09:59:59.999Z'), adopted),
    ).toEqual(['quorum-not-met']);
  });

  it('tells of one person who ends what waits for several, and of votes on what does not wait', async () => {
    const confirmed: Draft = {
      ...changed(harmless, { after: null, level: 'organization' }),
      type: 'policy.confirmed',
    };
    expect(await problemsOf(asked(2, 10), confirmed)).toEqual([]);
    expect(
      await problemsOf(asked(2, 10), proposed({ after: null }), confirmed),
    ).toEqual(['quorum-not-met']);
    expect(await problemsOf(asked(2, 10), votes[0])).toEqual([
      'illegal-transition',
    ]);
    expect(await problemsOf(asked(2, 10), withdrawn)).toEqual([
      'illegal-transition',
    ]);
  });
});
