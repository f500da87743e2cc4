import { JsonObject } from '../model';
import { Draft, writeLedger } from './__testUtils__/writeLedger';
import { verifyLedger } from './verifyLedger';

const [ANA, BO, CY] = ['ana', 'bo', 'cy'].map(name => `user:default/${name}`);

type Step = [
  type: Draft['type'] extends infer T
    ? T extends `freeze.${infer Name}`
      ? Name
      : never
    : never,
  body: JsonObject,
  people?: JsonObject,
];

const draft = ([name, body, people]: Step): Draft => ({
  stream: 'freeze:f-1',
  type: `freeze.${name}`,
  body,
  ...(people && { payloads: { people } }),
});
const created: Step = ['created', { scope: {} }];
const agreed = (endedBy: string, n: number): Step => [
  'end-agreed',
  { agreed: n, required: 2, revision: n + 1 },
  { endedBy },
];
const ended = (endedBy: string, required = 2): Step => [
  'ended',
  { agreed: required, required },
  { endedBy },
];
const asked = (required = 2): Step => [
  'exception-requested',
  { exceptionId: 'e-1', required },
  { requestedBy: ANA },
];
const approved = (person: string): Step => [
  'exception-approved',
  { exceptionId: 'e-1', approvals: 1, required: 2 },
  { person },
];
const excepted = (person: string, required = 2): Step => [
  'excepted',
  { exceptionId: 'e-1', approvals: required, required },
  { person },
];
const exceptionEnded: Step = ['exception-ended', { exceptionId: 'e-1' }];

const problemsOf = async (...steps: Step[]) =>
  (await verifyLedger(writeLedger(steps.map(draft)))).findings.map(
    ({ problem }) => problem,
  );

describe('invariant 10: verifyLedger, of freezes', () => {
  it.each<[string, Step[], string[]]>([
    ['ended by one', [created, ended(ANA, 1)], []],
    ['ended by two', [created, agreed(ANA, 1), ended(BO)], []],
    [
      'ended by one twice',
      [created, agreed(ANA, 1), ended(ANA)],
      ['quorum-not-met'],
    ],
    ['ended by one of two', [created, ended(ANA)], ['quorum-not-met']],
    [
      'ended by one after two were asked for',
      [created, agreed(ANA, 1), ended(ANA, 1)],
      ['quorum-not-met'],
    ],
    [
      'ended by a calendar it is not from',
      [created, ended('calendar:x', 0)],
      ['quorum-not-met'],
    ],
    [
      'ended twice',
      [created, ended(ANA, 1), ended(BO, 1)],
      ['illegal-transition'],
    ],
    [
      'taken back by its calendar',
      [['created', { calendar: 'x' }], ended('calendar:x', 0)],
      [],
    ],
    [
      'excepted from by two',
      [created, asked(), approved(BO), excepted(CY)],
      [],
    ],
    ['excepted from by one', [created, asked(1), excepted(BO, 1)], []],
    [
      'excepted from by one twice',
      [created, asked(), approved(BO), excepted(BO)],
      ['quorum-not-met'],
    ],
    [
      'excepted from by who asked',
      [created, asked(), approved(ANA), excepted(BO)],
      ['quorum-not-met'],
    ],
    [
      'excepted from by fewer than were asked for',
      [created, asked(), excepted(BO, 1)],
      ['quorum-not-met'],
    ],
    [
      'excepted from unasked',
      [created, excepted(BO, 1)],
      ['illegal-transition'],
    ],
    [
      'excepted from after that was refused',
      [created, asked(1), exceptionEnded, excepted(BO, 1)],
      ['illegal-transition'],
    ],
    [
      'excepted from after it ended',
      [created, asked(1), ended(ANA, 1), excepted(BO, 1)],
      ['illegal-transition'],
    ],
    [
      'excepted from until that was ended, twice',
      [created, asked(1), excepted(BO, 1), exceptionEnded, exceptionEnded],
      ['illegal-transition'],
    ],
    [
      'ended without saying by how many',
      [created, ['ended', {}]],
      ['bad-envelope'],
    ],
  ])('takes one %s for what it is', async (_, steps, problems) => {
    expect(await problemsOf(...steps)).toEqual(problems);
  });
});
