import fc from 'fast-check';
import { Verdict } from '../../model';
import {
  factsArbitrary,
  policySetArbitrary,
} from '../__testUtils__/arbitraries';
import { documentFacts } from '../__testUtils__/documentFacts';
import { forAll } from '../__testUtils__/forAll';
import { makePool } from '../__testUtils__/policyPool';
import { policySet } from '../__testUtils__/policySet';
import { decide } from '../decide';
import { compilePolicies, NO_POLICIES, PolicyIndex } from '../policies';
import { PolicySet } from '../PolicySet';
import { Facts } from '../../model';
import { findUnblockSteps } from './findUnblockSteps';
import { findWays, verdictAfter, Way } from './findWays';

const LOOSENESS: Record<Verdict, number> = { deny: 0, hold: 1, allow: 2 };
const SEED = Number(process.env.PROPERTY_SEED ?? Date.now() % 2 ** 31);
const POOL = makePool(150, SEED);
process.stdout.write(`the pool of policies: seed ${SEED}\n`);
const OPEN = { result: 'ALLOW' } as const;

/** What is wrong with a way that is told, if anything. */
function problemWith(
  way: Way,
  set: PolicySet,
  facts: Facts,
  index: PolicyIndex,
): string | undefined {
  const before = { facts, index };
  const was = LOOSENESS[decide(set, facts, index).verdict];
  if (verdictAfter(set, before, way.candidates) !== way.verdict) {
    return 'does not lead where it says';
  }
  if (LOOSENESS[way.verdict] <= was) {
    return 'does not unblock';
  }
  const needless = way.candidates.some(
    candidate =>
      way.candidates.length > 1 &&
      verdictAfter(
        set,
        before,
        way.candidates.filter(other => other !== candidate),
      ) === way.verdict,
  );
  return needless ? 'asks for more than is needed' : undefined;
}

describe('findWays', () => {
  it('every way that is told unblocks, and nothing of it is needless, over documents', () => {
    const found = new Set<string>();
    forAll(
      [
        fc.uniqueArray(fc.nat(POOL.length - 1), { maxLength: 4 }),
        documentFacts,
      ],
      (picks, facts) => {
        const index = compilePolicies(picks.map(pick => POOL[pick].base));
        const set = policySet(OPEN, OPEN, {
          policies: { digest: index.digest },
        });
        const ways = findWays(set, facts, index, decide(set, facts, index));
        ways.forEach(({ candidates }) =>
          candidates.forEach(({ steps }) =>
            steps.forEach(({ kind }) => found.add(kind)),
          ),
        );
        expect(
          ways.flatMap(way => problemWith(way, set, facts, index) ?? []),
        ).toEqual([]);
      },
    );
    expect([...found].sort()).toEqual([
      'freeze-ends',
      'policy-changed',
      'wait',
    ]);
  });

  it('every way that is told unblocks, and nothing of it is needless, over the portal’s policy', () => {
    forAll([policySetArbitrary, factsArbitrary], (set, facts) => {
      const decision = decide(set, facts);
      expect(
        findWays(set, facts, NO_POLICIES, decision).flatMap(
          way => problemWith(way, set, facts, NO_POLICIES) ?? [],
        ),
      ).toEqual([]);
    });
  });

  it('tells of no way out of what is allowed already', () => {
    fc.assert(
      fc.property(policySetArbitrary, factsArbitrary, (set, facts) => {
        const { verdict } = decide(set, facts);
        expect(verdict === 'allow' ? findUnblockSteps(set, facts) : []).toEqual(
          [],
        );
      }),
      { numRuns: 1_000 },
    );
  });
});
