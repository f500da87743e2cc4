import fc from 'fast-check';
import { Facts, Verdict } from '../../model';
import { documentFacts } from '../__testUtils__/documentFacts';
import { load } from '../__testUtils__/documents';
import { CASES, forAll } from '../__testUtils__/forAll';
import { makePool } from '../__testUtils__/policyPool';
import { policySet, undoable, when } from '../__testUtils__/policySet';
import { Approval, quorumMet } from '../checkpoints';
import { decide } from '../decide';
import { DecisionCore } from '../DecisionCore';
import { LoadedPolicy, PolicyDocument } from '../documents';
import { durationSeconds } from '../documents/parse/readDuration';
import { compilePolicies } from '../policies';
import { PolicySet, PortalAnswer } from '../PolicySet';
import { changesArbitrary } from './__testUtils__/changesArbitrary';
import { judgeChange } from './judgeChange';

const LOOSENESS: Record<Verdict, number> = { deny: 0, hold: 1, allow: 2 };
const SEED = Number(process.env.PROPERTY_SEED ?? Date.now() % 2 ** 31);
const POOL = makePool(200, SEED).map(({ base }) => base);
process.stdout.write(`the pool of policies: seed ${SEED}\n`);

const ALLOW: PortalAnswer = { result: 'ALLOW' };

/** Everything else that decides. */
const worlds = fc.record({
  others: fc.uniqueArray(fc.constantFrom(...POOL), { maxLength: 3 }),
  portal: fc.constantFrom<[PortalAnswer, PortalAnswer]>(
    [ALLOW, ALLOW],
    [ALLOW, ALLOW],
    [when(undoable), when({ not: undoable })],
    [{ result: 'DENY' }, ALLOW],
  ),
  requiredLevels: fc.constantFrom<PolicySet['requiredLevels']>(
    [],
    [],
    ['organization'],
    ['team'],
  ),
});
type World = typeof worlds extends fc.Arbitrary<infer W> ? W : never;

const PARTIES = [
  'group:default/a',
  'group:default/b',
  'group:default/sre',
  'user:default/ann',
];
const approvals: fc.Arbitrary<Approval[]> = fc
  .array(fc.subarray(PARTIES), { minLength: 1, maxLength: 4 })
  .map(people =>
    people.map((standingRefs, at) => ({
      id: `vote-${at}`,
      reviewerRef: `user:default/person-${at}`,
      standingRefs,
    })),
  );

function decideWith(
  document: PolicyDocument | undefined,
  { others, portal, requiredLevels }: World,
  facts: Facts,
): DecisionCore {
  const policies: LoadedPolicy[] = document
    ? [...others, load(document)]
    : others;
  const index = compilePolicies(policies);
  const set = policySet(...portal, {
    requiredLevels,
    policies: { digest: index.digest },
  });
  return decide(set, facts, index);
}

/** The shortest of its times, in seconds. */
function shortest(
  { checkpoints }: DecisionCore,
  time: 'decideWithin' | 'executeWithin',
): number {
  return Math.min(...checkpoints.map(one => durationSeconds(one[time])!));
}

/** Whether anybody could get something done that could not be done before, or more easily. */
function isLooser(
  was: DecisionCore,
  is: DecisionCore,
  votes: Approval[][],
): boolean {
  if (was.verdict !== 'hold' || is.verdict !== 'hold') {
    return LOOSENESS[is.verdict] > LOOSENESS[was.verdict];
  }
  return (
    votes.some(
      given =>
        quorumMet(is.checkpoints, given) && !quorumMet(was.checkpoints, given),
    ) ||
    (['decideWithin', 'executeWithin'] as const).some(
      time => shortest(is, time) > shortest(was, time),
    )
  );
}

describe('judgeChange, for any two texts of a policy', () => {
  it('invariant 3: what is said not to loosen never loosens a verdict, nor makes a hold easier to pass', () => {
    const seen = { kept: 0, stricter: 0, bothHeld: 0 };
    forAll(
      [
        changesArbitrary,
        worlds,
        fc.array(documentFacts, { minLength: 3, maxLength: 3 }),
        fc.array(approvals, { minLength: 3, maxLength: 3 }),
      ],
      ({ before, after }, world, situations, votes) => {
        const { loosens, findings } = judgeChange(before, after);
        expect(findings.length > 0).toBe(loosens);
        if (loosens) {
          return;
        }
        seen.kept += 1;
        for (const facts of situations) {
          const was = decideWith(before, world, facts);
          const is = decideWith(after, world, facts);
          expect(isLooser(was, is, votes)).toBe(false);
          seen.stricter += is.verdict === was.verdict ? 0 : 1;
          seen.bothHeld +=
            was.verdict === 'hold' && is.verdict === 'hold' ? 1 : 0;
        }
      },
    );
    // there was something to be wrong about
    expect(seen.kept).toBeGreaterThan(CASES / 20);
    expect(seen.stricter).toBeGreaterThan(0);
    expect(seen.bothHeld).toBeGreaterThan(0);
  });

  it('finds nothing in a text that says the same in another order', () => {
    forAll([changesArbitrary], ({ before }) => {
      const turned = before && {
        ...before,
        rules: [...before.rules].reverse(),
      };
      expect(judgeChange(before, turned).loosens).toBe(false);
    });
  });
});
