import {
  PermissionCondition,
  PermissionCriteria,
} from '@backstage/plugin-permission-common';
import fc from 'fast-check';
import { canonicalJson } from '../canonical';
import { AUTONOMY_CEILINGS, Facts, known, Verdict } from '../model';
import { decide } from './decide';
import { FactPath, withFact } from './facts';
import {
  criteriaArbitrary,
  factsArbitrary,
  policySetArbitrary,
  READ_PATHS,
} from './__testUtils__/arbitraries';
import { PolicySet, PortalAnswer } from './PolicySet';

const LOOSENESS: Record<Verdict, number> = { deny: 0, hold: 1, allow: 2 };
const RUNS = { numRuns: 5_000 };

/**
 * Facts that may be known to have no value: that a target has no type is as much knowledge as that it is a website,
 * and like any other value it may satisfy what the type before did not. That no delegation is quoted is known, too.
 */
const MAY_BE_NONE: readonly FactPath[] = ['target.type', 'subject.delegation'];

const isKnown = (fact: unknown) =>
  (fact as { state?: string } | null | undefined)?.state === 'known';

function loosens(
  [before, facts]: [PolicySet, Facts],
  [after, changed]: [PolicySet, Facts],
): boolean {
  const was = LOOSENESS[decide(before, facts).verdict];
  return LOOSENESS[decide(after, changed).verdict] > was;
}

function both(
  set: PolicySet,
  change: (answer: PortalAnswer, index: number) => PortalAnswer,
): PolicySet {
  return {
    ...set,
    portal: {
      execute: change(set.portal.execute, 0),
      executeApproved: change(set.portal.executeApproved, 1),
    },
  };
}

function mapConditions(
  answer: PortalAnswer,
  change: (
    criteria: PermissionCriteria<PermissionCondition>,
  ) => PermissionCriteria<PermissionCondition>,
): PortalAnswer {
  return answer.result === 'CONDITIONAL'
    ? { ...answer, conditions: change(answer.conditions) }
    : answer;
}

function mirrored(
  criteria: PermissionCriteria<PermissionCondition>,
): PermissionCriteria<PermissionCondition> {
  if ('allOf' in criteria) {
    return { allOf: criteria.allOf.map(mirrored).reverse() as never };
  }
  if ('anyOf' in criteria) {
    return { anyOf: criteria.anyOf.map(mirrored).reverse() as never };
  }
  return 'not' in criteria ? { not: mirrored(criteria.not) } : criteria;
}

describe('decide, for any policy set and facts', () => {
  it('invariant 11: knowing less never loosens', () => {
    fc.assert(
      fc.property(
        policySetArbitrary,
        factsArbitrary,
        fc.subarray([...READ_PATHS], { minLength: 1 }),
        fc.constantFrom('unknown' as const, 'stale' as const),
        (set, facts, paths, state) => {
          const less = paths.reduce(
            (now, path) =>
              withFact(now, path, { state, source: 'test' } as never),
            facts,
          );
          expect(loosens([set, facts], [set, less])).toBe(false);
        },
      ),
      { numRuns: 10_000 },
    );
  });

  it('invariant 11: a fact that is missing or malformed is no better than an unknown one', () => {
    fc.assert(
      fc.property(
        policySetArbitrary,
        factsArbitrary,
        fc.constantFrom(...READ_PATHS),
        fc.constantFrom(undefined, null, 7, {}, { state: 'known' }),
        (set, facts, path, broken) => {
          fc.pre(!(isKnown(broken) && MAY_BE_NONE.includes(path)));
          expect(
            loosens(
              [set, facts],
              [set, withFact(facts, path, broken as never)],
            ),
          ).toBe(false);
        },
      ),
      { numRuns: 10_000 },
    );
  });

  it('invariant 3: the order of criteria means nothing', () => {
    fc.assert(
      fc.property(policySetArbitrary, factsArbitrary, (set, facts) => {
        const turned = both(set, answer => mapConditions(answer, mirrored));
        const { levels, policySetDigest, ...decision } = decide(set, facts);
        const other = decide(turned, facts);
        expect(other).toMatchObject({
          verdict: decision.verdict,
          reason: decision.reason,
          checkpoints: decision.checkpoints,
        });
      }),
      RUNS,
    );
  });

  it('invariant 3: a further conjunct never loosens, negated or not', () => {
    fc.assert(
      fc.property(
        policySetArbitrary,
        factsArbitrary,
        criteriaArbitrary,
        fc.boolean(),
        fc.subarray([0, 1], { minLength: 1 }),
        (set, facts, guard, negated, where) => {
          const conjunct = negated ? { not: guard } : guard;
          const guarded = both(set, (answer, index) =>
            where.includes(index)
              ? mapConditions(answer, criteria => ({
                  allOf: [criteria, conjunct],
                }))
              : answer,
          );
          expect(loosens([set, facts], [guarded, facts])).toBe(false);
        },
      ),
      RUNS,
    );
  });

  // In place of conditions, not of ALLOW or ERROR: those deny already, and by the table a DENY
  // beside a satisfied `execute-approved` says more than they do.
  it('invariant 3: a DENY or an ERROR in place of conditions never loosens', () => {
    fc.assert(
      fc.property(
        policySetArbitrary,
        factsArbitrary,
        fc.constantFrom<PortalAnswer>(
          { result: 'DENY' },
          { result: 'ERROR', message: 'no answer' },
        ),
        fc.subarray([0, 1], { minLength: 1 }),
        (set, facts, refusal, where) => {
          const refused = both(set, (answer, index) =>
            where.includes(index) && answer.result === 'CONDITIONAL'
              ? refusal
              : answer,
          );
          expect(loosens([set, facts], [refused, facts])).toBe(false);
        },
      ),
      RUNS,
    );
  });

  it('invariant 3: a lower ceiling and a further required level never loosen', () => {
    fc.assert(
      fc.property(
        policySetArbitrary,
        factsArbitrary,
        fc.nat(3),
        fc.nat(3),
        (set, facts, one, other) => {
          const at = (index: number) =>
            withFact(
              facts,
              'agent.autonomy',
              known(AUTONOMY_CEILINGS[index], 'test'),
            );
          const lower = Math.min(one, other);
          expect(
            loosens([set, at(Math.max(one, other))], [set, at(lower)]),
          ).toBe(false);
          expect(
            loosens(
              [set, facts],
              [{ ...set, requiredLevels: ['portal', 'team'] }, facts],
            ),
          ).toBe(false);
        },
      ),
      RUNS,
    );
  });

  it('invariant 2: allows and holds only with a grant on record', () => {
    fc.assert(
      fc.property(policySetArbitrary, factsArbitrary, (set, facts) => {
        const { verdict, reason, levels, checkpoints } = decide(set, facts);
        const granted =
          levels.some(level => level.granted) &&
          !levels.some(
            level => level.couldNotEvaluate ?? level.effect === 'deny',
          );
        expect(reason === 'granted').toBe(verdict !== 'deny');
        expect(verdict === 'deny' || granted).toBe(true);
        expect(checkpoints.length > 0).toBe(verdict === 'hold');
      }),
      RUNS,
    );
  });

  it('invariant 9: decides again byte for byte from what was stored', () => {
    fc.assert(
      fc.property(policySetArbitrary, factsArbitrary, (set, facts) => {
        const first = canonicalJson(decide(set, facts));
        const again = decide(
          JSON.parse(canonicalJson(set)),
          JSON.parse(canonicalJson(facts)),
        );
        expect(canonicalJson(again)).toBe(first);
        expect(canonicalJson(JSON.parse(JSON.stringify(again)))).toBe(first);
      }),
      { numRuns: 3_000 },
    );
  });
});
