import { canonicalJson } from '../canonical';
import { Decision, PolicyLevel, freezeCondition } from '../model';
import { FactChanges, sampleFacts, unknownFact } from '../testUtils';
import { decide } from './decide';
import {
  frozen,
  operated,
  policySet,
  undoable,
  when,
} from './__testUtils__/policySet';
import { PortalAnswer } from './PolicySet';

const ALLOW: PortalAnswer = { result: 'ALLOW' };
const DENY: PortalAnswer = { result: 'DENY' };
const ERROR: PortalAnswer = { result: 'ERROR', message: 'no answer' };

const freeze = {
  id: 'f',
  reason: 'release-week',
  owner: 'group:default/sre',
  from: '2026-11-20T00:00:00Z',
  to: '2026-11-22T18:00:00.000Z',
  scope: 'system payments',
};

/** Each answer, with the facts that make conditions come out as named. */
type Cell = 'error' | 'ALLOW' | 'DENY' | 'true' | 'false' | 'unknown';
const CELLS: Cell[] = ['error', 'ALLOW', 'DENY', 'true', 'false', 'unknown'];

function answer(cell: Cell, condition: typeof undoable): PortalAnswer {
  switch (cell) {
    case 'error':
      return ERROR;
    case 'ALLOW':
      return ALLOW;
    case 'DENY':
      return DENY;
    default:
      return when(condition);
  }
}

function fact(cell: Cell) {
  return cell === 'unknown' ? unknownFact : cell === 'true';
}

function decideCell(execute: Cell, approved: Cell) {
  return decide(
    policySet(answer(execute, undoable), answer(approved, operated)),
    sampleFacts({
      'action.reversible': fact(execute),
      'topology.operates': fact(approved),
    }),
  );
}

/** The combination of the two permissions: rows `execute`, columns as in CELLS. */
const TABLE: Record<Cell, string> = {
  //        error  ALLOW  DENY   true   false  unknown
  error: '  cne    cne    cne    cne    cne    cne',
  ALLOW: '  cne    none   none   none   none   none',
  DENY: '   cne    ask    deny   held   deny   cne',
  true: '   cne    allow  allow  allow  allow  allow',
  false: '  cne    ask    deny   held   deny   cne',
  unknown: 'cne    cne    cne    held   cne    cne',
};

const MEANING: Record<
  string,
  Pick<Decision, 'verdict' | 'reason'> & { granted: boolean; effect: string }
> = {
  allow: {
    verdict: 'allow',
    reason: 'granted',
    granted: true,
    effect: 'allow',
  },
  held: {
    verdict: 'hold',
    reason: 'granted',
    granted: true,
    effect: 'require-approval',
  },
  // Approval at least, and nobody said yes: with the portal alone, not granted.
  ask: {
    verdict: 'deny',
    reason: 'not-granted',
    granted: false,
    effect: 'require-approval',
  },
  none: {
    verdict: 'deny',
    reason: 'not-granted',
    granted: false,
    effect: 'none',
  },
  deny: { verdict: 'deny', reason: 'denied', granted: false, effect: 'deny' },
  cne: {
    verdict: 'deny',
    reason: 'could-not-evaluate',
    granted: false,
    effect: 'none',
  },
};

describe('decide', () => {
  describe.each(CELLS)('execute %s', execute => {
    it.each(
      TABLE[execute]
        .trim()
        .split(/\s+/)
        .map((expected, column) => [CELLS[column], expected] as const),
    )(
      'invariant 3: and execute-approved %s come to %s',
      (approved, expected) => {
        const { verdict, reason, levels, because, checkpoints } = decideCell(
          execute,
          approved,
        );
        const { granted, effect, ...rest } = MEANING[expected];
        expect({ verdict, reason }).toEqual(rest);
        const [, portal] = levels;
        expect(portal).toMatchObject({ level: 'portal', granted, effect });
        expect(portal.couldNotEvaluate !== undefined).toBe(expected === 'cne');
        expect(portal.policies[0].rules.map(rule => rule.name)).toEqual([
          'execute',
          'execute-approved',
        ]);
        expect(because).toMatch(/^[A-Z][^.]+: .+\.$/);
        expect(checkpoints).toHaveLength(expected === 'held' ? 1 : 0);
      },
    );
  });

  it('invariant 2: an allow-all portal grants nothing', () => {
    expect(decide(policySet(ALLOW, ALLOW), sampleFacts())).toMatchObject({
      verdict: 'deny',
      reason: 'not-granted',
      because:
        "Not granted: nobody with authority over the target said yes; the portal's permission policy has no objection, but a plain ALLOW grants nothing.",
    });
  });

  it('says in one sentence why, and the three refusals never look alike', () => {
    const guarded = when({ allOf: [undoable, { not: frozen }] });
    const because = (changes: FactChanges, execute = guarded) =>
      decide(policySet(execute, guarded), sampleFacts(changes)).because;

    expect(because({ 'conditions.freeze': freezeCondition([freeze]) })).toBe(
      'Denied: the freeze “release-week” (owner group:default/sre) is in force until 2026-11-22T18:00Z.',
    );
    expect(because({ 'conditions.freeze': unknownFact })).toBe(
      'Could not evaluate: it is not known whether a freeze is in force: conditions.freeze is unknown (no answer).',
    );
    expect(because({}, ALLOW)).toMatch(/^Not granted: /);
    expect(because({})).toBe(
      'Allowed: the action can be undone; no freeze is in force.',
    );
    expect(because({ 'agent.autonomy': 'supervised' })).toBe(
      'Held for approval: the agent is supervised, and this action changes something.',
    );
  });

  it.each<[string, FactChanges, Pick<Decision, 'verdict' | 'reason'>]>([
    ['observe', { 'agent.autonomy': 'observe' }, MEANING.deny],
    ['propose', { 'agent.autonomy': 'propose' }, MEANING.deny],
    ['supervised', { 'agent.autonomy': 'supervised' }, MEANING.held],
    ['autonomous', { 'agent.autonomy': 'autonomous' }, MEANING.allow],
    ['unknown', { 'agent.autonomy': unknownFact }, MEANING.cne],
    ['misspelt', { 'agent.autonomy': 'autonomus' as never }, MEANING.cne],
    [
      'observe, reading',
      {
        'agent.autonomy': 'observe',
        'action.mutates': false,
        'action.effectClass': 'read',
      },
      MEANING.allow,
    ],
    [
      'of an action that does and does not change something',
      { 'action.mutates': false },
      MEANING.cne,
    ],
    [
      'of an action that may change something',
      { 'action.mutates': unknownFact },
      MEANING.cne,
    ],
  ])(
    'invariant 3: caps the verdict at a ceiling %s',
    (_, changes, expected) => {
      const { verdict, reason, levels } = decide(
        policySet(when(undoable), DENY),
        sampleFacts(changes),
      );
      expect({ verdict, reason }).toEqual({
        verdict: expected.verdict,
        reason: expected.reason,
      });
      expect(levels[2]).toMatchObject({ level: 'agent', granted: false });
    },
  );

  it('invariant 2: a denial of one level is a denial, even where another could not be evaluated', () => {
    const decision = decide(
      policySet(ERROR, ERROR),
      sampleFacts({ 'agent.autonomy': 'observe' }),
    );
    expect(decision).toMatchObject({ verdict: 'deny', reason: 'denied' });
    expect(decision.levels).toHaveLength(3);
  });

  it('asks every required level for a yes of its own, for actions that change something', () => {
    const requiredLevels: PolicyLevel[] = ['portal', 'team'];
    const set = policySet(when(undoable), DENY, { requiredLevels });
    expect(decide(set, sampleFacts())).toMatchObject({
      verdict: 'deny',
      reason: 'not-granted',
      because: 'Not granted: the team level must say yes too and has not.',
    });
    expect(
      decide(
        set,
        sampleFacts({
          'action.mutates': false,
          'action.effectClass': 'read',
        }),
      ).verdict,
    ).toBe('allow');
  });

  it('holds for the target owner, and refuses to hold when nobody knows who that is', () => {
    const set = policySet(DENY, when(undoable));
    expect(decide(set, sampleFacts()).checkpoints).toEqual([
      {
        id: 'default',
        anyOf: [
          {
            allOf: [
              {
                from: 'target-owner',
                resolved: ['group:default/payments'],
                count: 1,
              },
            ],
          },
        ],
        decideWithin: 'PT4H',
        executeWithin: 'PT30M',
      },
    ]);
    for (const owner of [unknownFact, ''] as const) {
      expect(decide(set, sampleFacts({ 'target.owner': owner }))).toMatchObject(
        { ...{ verdict: 'deny', reason: 'could-not-evaluate' } },
      );
    }
  });

  it.each<[string, Parameters<typeof decide>]>([
    [
      'another engine',
      [policySet(when(undoable), DENY, { engineVersion: '0' }), sampleFacts()],
    ],
    [
      'other rules',
      [policySet(when(undoable), DENY, { rulesVersion: 'x' }), sampleFacts()],
    ],
    [
      'other facts',
      [
        policySet(when(undoable), DENY),
        { ...sampleFacts(), schemaVersion: 2 as never },
      ],
    ],
    [
      'no clock',
      [
        policySet(when(undoable), DENY),
        sampleFacts({ 'time.now': unknownFact }),
      ],
    ],
    ['no facts', [policySet(when(undoable), DENY), {} as never]],
    [
      'conditions that cannot be walked',
      [policySet(when({ ...undoable, rule: 'isOwner' }), DENY), sampleFacts()],
    ],
  ])('invariant 2: with %s nothing could be evaluated', (_, input) => {
    expect(decide(...input)).toMatchObject({
      verdict: 'deny',
      reason: 'could-not-evaluate',
    });
  });

  it('invariant 9: a decision and what it was made from have a canonical form', () => {
    const set = policySet(when(undoable), when({ not: frozen }));
    const facts = sampleFacts();
    const decision = decide(set, facts);
    expect(
      canonicalJson(
        decide(
          JSON.parse(canonicalJson(set)),
          JSON.parse(canonicalJson(facts)),
        ),
      ),
    ).toBe(canonicalJson(decision));
    expect(decision.policySetDigest).toMatch(/^[0-9a-f]{64}$/);
    expect(decision.effectiveAt).toBe('2026-11-20T10:00:00.000Z');
  });
});
