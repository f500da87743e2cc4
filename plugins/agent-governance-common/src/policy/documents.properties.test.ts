import fc from 'fast-check';
import { canonicalJson } from '../canonical';
import { checkpointTerms, Facts, ReviewersFound, Verdict } from '../model';
import {
  documentFacts,
  documentPaths,
  nothingKnown,
} from './__testUtils__/documentFacts';
import { CASES, forAll } from './__testUtils__/forAll';
import { HELD, makePool, PooledPolicy } from './__testUtils__/policyPool';
import { policySet, undoable, when } from './__testUtils__/policySet';
import { applyReviewers, FALLBACK_REVIEWERS } from './applyReviewers';
import { decide } from './decide';
import { DecisionCore } from './DecisionCore';
import { HeldScope, LoadedPolicy } from './documents';
import { withFact } from './facts';
import { compilePolicies, PolicyIndex, readPolicies } from './policies';
import { PolicySet, PortalAnswer } from './PolicySet';
import { replayDecision } from './replayDecision';

const LOOSENESS: Record<Verdict, number> = { deny: 0, hold: 1, allow: 2 };
const SEED = Number(process.env.PROPERTY_SEED ?? Date.now() % 2 ** 31);
const POOL = makePool(400, SEED);
process.stdout.write(`the pool of policies: seed ${SEED}\n`);

interface World {
  policies: PooledPolicy[];
  held: HeldScope[];
  portal: PolicySet['portal'];
  requiredLevels: PolicySet['requiredLevels'];
}

const portals: Array<PolicySet['portal']> = (
  [
    [{ result: 'ALLOW' }, { result: 'ALLOW' }],
    [{ result: 'ALLOW' }, { result: 'ALLOW' }],
    [when(undoable), when({ not: undoable })],
    [{ result: 'DENY' }, { result: 'ALLOW' }],
    [{ result: 'ERROR', message: 'no answer' }, { result: 'ALLOW' }],
  ] satisfies Array<[PortalAnswer, PortalAnswer]>
).map(([execute, executeApproved]) => ({ execute, executeApproved }));

function worlds(maxPolicies: number): fc.Arbitrary<World> {
  return fc.record({
    policies: fc
      .uniqueArray(fc.nat(POOL.length - 1), {
        maxLength: maxPolicies,
      })
      .map(picks => picks.map(pick => POOL[pick])),
    held: fc.nat(29).map(pick => (pick < HELD.length ? [HELD[pick]] : [])),
    portal: fc.constantFrom(...portals),
    requiredLevels: fc.constantFrom<PolicySet['requiredLevels']>(
      [],
      [],
      [],
      ['organization', 'team'],
      ['service'],
    ),
  });
}

const bases = ({ policies }: World) => policies.map(({ base }) => base);

function setFor(world: World, index: PolicyIndex): PolicySet {
  const { portal, requiredLevels } = world;
  return policySet(portal.execute, portal.executeApproved, {
    requiredLevels,
    policies: { digest: index.digest },
  });
}

function decideWith(
  world: World,
  facts: Facts,
  policies: LoadedPolicy[] = bases(world),
  held: HeldScope[] = world.held,
): DecisionCore {
  const index = compilePolicies(policies, held);
  return decide(setFor(world, index), facts, index);
}

function loosens(before: DecisionCore, after: DecisionCore): boolean {
  return LOOSENESS[after.verdict] > LOOSENESS[before.verdict];
}

/** Of two holds, whether whoever had to look before has to look still. */
function keepsCheckpoints(before: DecisionCore, after: DecisionCore): boolean {
  const asked = new Set(after.checkpoints.map(item => JSON.stringify(item)));
  return (
    before.verdict !== 'hold' ||
    after.verdict !== 'hold' ||
    before.checkpoints.every(item => asked.has(JSON.stringify(item)))
  );
}

function grantsOf({ levels }: DecisionCore) {
  return levels.filter(({ granted }) => granted).map(({ level }) => level);
}

/** Who could review, as somebody would have found out for each kind of reviewer. */
function lookUp(
  { checkpoints }: DecisionCore,
  eligible: number,
): ReviewersFound {
  const froms = new Set(checkpointTerms(checkpoints).map(({ from }) => from));
  const all = [...froms, FALLBACK_REVIEWERS];
  return {
    lookups: all.map(from => ({ from, refs: [from], eligible })),
    people: all.map(from => ({ standsFor: [from], count: eligible })),
  };
}

/** As it is, but for the names of what decided. */
function withoutDigests(decision: DecisionCore): string {
  return JSON.stringify(decision).replace(
    /"(policySetDigest|digest)":"\w+"/g,
    '""',
  );
}

describe('decide, for any documents and facts', () => {
  // A `require-approval` is a yes once somebody approved: where nobody had said yes, it can lead to a hold.
  it('invariant 3: one more deny or require-approval never loosens what was granted, never allows, and takes no checkpoint away', () => {
    forAll([worlds(5), documentFacts, fc.nat(4)], (world, facts, nth) => {
      const before = decideWith(world, facts);
      const after = decideWith(
        world,
        facts,
        world.policies.map(({ base, guarded }, index) =>
          index === nth % world.policies.length ? guarded : base,
        ),
      );
      const brings = grantsOf(after).some(
        level => !grantsOf(before).includes(level),
      );
      expect(brings ? after.verdict === 'allow' : loosens(before, after)).toBe(
        false,
      );
      expect(keepsCheckpoints(before, after)).toBe(true);
    });
  });

  it('invariant 3: one more policy that only denies, or that cannot be read, never loosens', () => {
    const guards = POOL.filter(({ base }) =>
      base.policy.rules.every(({ rule }) => rule.effect === 'deny'),
    );
    expect(guards.length).toBeGreaterThan(5);
    forAll(
      [
        worlds(4),
        documentFacts,
        fc.constantFrom(...guards),
        fc.constantFrom(...HELD),
      ],
      (world, facts, guard, held) => {
        const before = decideWith(world, facts);
        const policies = bases(world);
        const with1 = [
          ...policies.filter(({ policy }) => policy !== guard.base.policy),
          guard.base,
        ];
        expect(loosens(before, decideWith(world, facts, with1))).toBe(false);
        expect(
          loosens(
            before,
            decideWith(world, facts, policies, [...world.held, held]),
          ),
        ).toBe(false);
      },
    );
  });

  it('invariant 3: one allow less, or all of a policy gone, never loosens', () => {
    forAll([worlds(5), documentFacts, fc.nat(4)], (world, facts, nth) => {
      const change = (pick: (pooled: PooledPolicy) => LoadedPolicy) =>
        decideWith(
          world,
          facts,
          world.policies.map((pooled, index) =>
            index === nth % world.policies.length ? pick(pooled) : pooled.base,
          ),
        );
      const before = decideWith(world, facts);
      expect(
        loosens(
          before,
          change(({ withoutAllow }) => withoutAllow),
        ),
      ).toBe(false);
      expect(
        loosens(
          before,
          change(({ base }) => ({ ...base, standing: 'vanished' })),
        ),
      ).toBe(false);
    });
  });

  it('invariant 11: knowing less never loosens', () => {
    forAll(
      [
        worlds(5),
        documentFacts,
        fc.subarray([...documentPaths], { minLength: 1, maxLength: 4 }),
        fc.constantFrom(
          { state: 'unknown', source: 'test' },
          { state: 'stale', value: true, source: 'test' },
          undefined,
          7,
        ),
      ],
      (world, facts, paths, less) => {
        const knowing = decideWith(world, facts);
        const notKnowing = decideWith(
          world,
          paths.reduce(
            (now, path) => withFact(now, path, less as never),
            facts,
          ),
        );
        expect(loosens(knowing, notKnowing)).toBe(false);
      },
    );
  });

  it('invariant 3: the order of policies and of their rules means nothing, for verdict and trace', () => {
    forAll(
      [worlds(6), documentFacts, fc.infiniteStream(fc.nat(999))],
      (world, facts, keys) => {
        const before = decideWith(world, facts);
        const mixed = bases(world)
          .map(policy => ({ policy, key: keys.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ policy }) => policy);
        expect(JSON.stringify(decideWith(world, facts, mixed))).toBe(
          JSON.stringify(before),
        );
        const turned = world.policies.map(pooled => pooled.turned);
        expect(withoutDigests(decideWith(world, facts, turned))).toBe(
          withoutDigests(before),
        );
      },
    );
  });

  it('invariant 3: what is only tried out counts for nothing, and says what it would have done', () => {
    forAll([worlds(6), documentFacts], (world, facts) => {
      const decision = decideWith(world, facts);
      const enforced = bases(world).filter(
        ({ policy }) => policy.document.mode === 'enforce',
      );
      const without = decideWith(world, facts, enforced);
      expect(withoutDigests({ ...decision, shadow: [] })).toBe(
        withoutDigests(without),
      );
      for (const { policy, verdict } of decision.shadow) {
        const then = world.policies.flatMap(({ base, otherMode }) =>
          base.policy.document.ref === policy.id ? [otherMode] : [],
        );
        expect(then).toHaveLength(1);
        expect(verdict).toBe(
          decideWith(world, facts, [...enforced, ...then]).verdict,
        );
      }
    });
  });

  it('invariant 9: decides again byte for byte from what was stored', () => {
    forAll(
      [worlds(3), documentFacts, fc.nat(2), fc.boolean()],
      (world, facts, eligible, lookedUp) => {
        const index = compilePolicies(bases(world), world.held);
        const set = setFor(world, index);
        const core = decide(set, facts, index);
        const reviewers = lookedUp ? lookUp(core, eligible) : undefined;
        const decision = applyReviewers(core, reviewers);
        const stored = canonicalJson({
          set,
          facts,
          manifest: index.manifest,
          texts: index.manifest.policies.map(({ digest }) => [
            digest,
            index.textOf(digest),
          ]),
          ...(reviewers && { reviewers }),
        });
        const recorded = JSON.parse(stored);
        const texts = new Map<string, string>(recorded.texts);
        const again = replayDecision({
          policySet: recorded.set,
          facts: recorded.facts,
          policies: readPolicies(recorded.manifest, digest =>
            texts.get(digest),
          ),
          reviewers: recorded.reviewers,
        });
        expect(canonicalJson(again)).toBe(canonicalJson(decision));
      },
    );
  });

  it('invariant 3: finds by its index what looking at every policy finds', () => {
    const unknown = nothingKnown();
    forAll([worlds(40), documentFacts], (world, facts) => {
      const index = compilePolicies(bases(world), world.held);
      // nothing known leaves nothing aside: once each, and in their one order
      const all = index.candidates(unknown);
      expect(all.map(({ rank }) => rank)).toEqual(
        [...world.policies, ...world.held].map((_, place) => place),
      );
      const set = setFor(world, index);
      const scanned = decide(set, facts, { ...index, candidates: () => all });
      expect(JSON.stringify(decide(set, facts, index))).toBe(
        JSON.stringify(scanned),
      );
    });
  });

  it('invariant 2: allows and holds only with a yes that counts, and never past a no', () => {
    const seen = new Set<string>();
    forAll([worlds(5), documentFacts], (world, facts) => {
      const { verdict, reason, levels, checkpoints } = decideWith(world, facts);
      seen.add(`${verdict} ${reason}`);
      const no = levels.some(
        ({ level, policies }) =>
          level !== 'portal' &&
          policies.some(({ rules }) =>
            rules.some(
              ({ effect, matched }) => effect === 'deny' && matched === true,
            ),
          ),
      );
      const yes = levels.some(
        ({ level, granted }) => granted && level !== 'environment',
      );
      expect(reason === 'granted').toBe(verdict !== 'deny');
      expect(no && reason !== 'denied').toBe(false);
      expect(verdict === 'deny' || yes).toBe(true);
      expect(checkpoints.length > 0).toBe(verdict === 'hold');
    });
    expect([...seen].sort()).toEqual([
      'allow granted',
      'deny could-not-evaluate',
      'deny denied',
      'deny not-granted',
      'hold granted',
    ]);
    expect(CASES).toBe(10_000);
  });
});
