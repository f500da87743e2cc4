import fc from 'fast-check';
import {
  CheckpointCoverage,
  CheckpointCoverageCell,
  EFFECT_CLASSES,
  Environment,
  Facts,
  isMutating,
  known,
  knownNone,
  LevelResult,
} from '../../model';
import { documentFacts } from '../__testUtils__/documentFacts';
import { forAll } from '../__testUtils__/forAll';
import { HELD, makePool } from '../__testUtils__/policyPool';
import { policySet } from '../__testUtils__/policySet';
import { decide } from '../decide';
import { HeldScope, isDocumentLevel, LoadedPolicy } from '../documents';
import { withFact } from '../facts';
import { compilePolicies } from '../policies';
import { CoveredAction } from './CoveredAction';
import { findCheckpointCoverage } from './findCheckpointCoverage';

const SEED = Number(process.env.PROPERTY_SEED ?? Date.now() % 2 ** 31);
const POOL = makePool(300, SEED);
process.stdout.write(`the pool of policies: seed ${SEED}\n`);

const ENVIRONMENTS: Environment[] = [
  {
    name: 'prod',
    owner: 'group:default/root',
    rank: 2,
    production: true,
  },
  { name: 'staging', owner: 'group:default/b', rank: 1, production: false },
];

const action: fc.Arbitrary<CoveredAction> = fc.record(
  {
    id: fc.constantFrom('a:b', 'a:c', 'd'),
    effectClass: fc.constantFrom(...EFFECT_CLASSES.filter(isMutating)),
    undo: fc.constant('a:undo'),
    targetKinds: fc.constantFrom(
      ['component'],
      ['resource'],
      ['component', 'resource'],
      ['*'],
    ),
  },
  { requiredKeys: ['id', 'effectClass'] },
);

const worlds = fc.record({
  action,
  environment: fc.constantFrom(...ENVIRONMENTS),
  policies: fc.uniqueArray(fc.nat(POOL.length - 1), { maxLength: 4 }),
  held: fc
    .nat(40)
    .map(pick => (pick < HELD.length ? [HELD[pick]] : ([] as HeldScope[]))),
});
type World = typeof worlds extends fc.Arbitrary<infer T> ? T : never;

const bases = ({ policies }: World) => policies.map(pick => POOL[pick].base);

function coverageOf(
  { action: only, environment, held }: World,
  policies: LoadedPolicy[],
): CheckpointCoverage {
  return findCheckpointCoverage({
    index: compilePolicies(policies, held),
    actions: [only],
    environments: [environment],
  });
}

const cellOf = (world: World, policies = bases(world)) =>
  coverageOf(world, policies).cells[0];

/** Any request of the cell: what is known of it is known, the rest is as it comes. */
function inCell({ action: asked, environment }: World, facts: Facts): Facts {
  const { id, effectClass, undo, targetKinds } = asked;
  const given: Facts = {
    ...facts,
    action: {
      ...facts.action,
      id: known(id, 's'),
      effectClass: known(effectClass, 's'),
      mutates: known(true, 's'),
      reversible: known(undo !== undefined, 's'),
    },
    environment: {
      name: known(environment.name, 's'),
      owner: known(environment.owner, 's'),
      rank: known(environment.rank, 's'),
      production: known(environment.production, 's'),
    },
  };
  // what a target says about itself is no document
  const silent = withFact(given, 'target.agents', knownNone('s') as never);
  if (targetKinds === undefined || targetKinds.includes('*')) {
    return silent;
  }
  const [kind] =
    targetKinds.length > 1 && facts.target.kind.value === 'resource'
      ? ['resource']
      : targetKinds;
  return {
    ...silent,
    target: {
      ...silent.target,
      kind: known(kind, 's'),
      ref: known(
        kind === 'component' ? 'component:default/x' : 'resource:default/y',
        's',
      ),
    },
  };
}

function documentLevelsFor(
  world: World,
  policies: LoadedPolicy[],
  facts: Facts,
): LevelResult[] {
  const index = compilePolicies(policies, world.held);
  const open = { result: 'ALLOW' } as const;
  const set = policySet(open, open, { policies: { digest: index.digest } });
  return decide(set, inCell(world, facts), index).levels.filter(({ level }) =>
    isDocumentLevel(level),
  );
}

const STRICTNESS = {
  none: 0,
  allow: 1,
  'require-approval': 2,
  deny: 3,
} satisfies Record<LevelResult['effect'], number>;
const AT_LEAST = {
  uncovered: 0,
  allowed: 1,
  held: 2,
  denied: 3,
} satisfies Record<CheckpointCoverageCell['state'], number>;

const strictest = (levels: LevelResult[]) =>
  Math.max(0, ...levels.map(({ effect }) => STRICTNESS[effect]));

describe('findCheckpointCoverage, for any policies', () => {
  it('is uncovered only where no document could say anything to any request', () => {
    forAll([worlds, documentFacts], (world, facts) => {
      const isUncovered = cellOf(world).state === 'uncovered';
      const speaking = documentLevelsFor(world, bases(world), facts).filter(
        ({ effect, granted, couldNotEvaluate, openGrant }) =>
          effect !== 'none' || granted || (couldNotEvaluate ?? openGrant),
      );
      expect(isUncovered ? speaking : []).toEqual([]);
    });
  });

  it('says of every request only what is so for every request', () => {
    forAll([worlds, documentFacts], (world, facts) => {
      const { extent, state } = cellOf(world);
      const levels = documentLevelsFor(world, bases(world), facts);
      expect(strictest(levels)).toBeGreaterThanOrEqual(
        extent === 'always' ? AT_LEAST[state] : 0,
      );
    });
  });

  it('names every rule that says something to some request', () => {
    forAll([worlds, documentFacts], (world, facts) => {
      const { rules, moreRules } = cellOf(world);
      const said = documentLevelsFor(world, bases(world), facts).flatMap(
        ({ policies }) =>
          policies.flatMap(({ id, rules: results, standing }) =>
            results
              .filter(
                ({ matched, effect }) =>
                  matched !== false &&
                  !(standing === 'vanished' && effect === 'allow'),
              )
              .map(({ name }) => `${id}/${name}`),
          ),
      );
      const named = rules.map(({ policyRef, rule }) => `${policyRef}/${rule}`);
      expect(moreRules > 0 ? said : named).toEqual(
        expect.arrayContaining(said),
      );
    });
  });

  it('never uncovers, nor loosens what is always so, because a rule or a policy is added', () => {
    forAll([worlds, fc.nat(3)], (world, nth) => {
      const before = cellOf(world);
      const changed = world.policies.map((pick, index) =>
        index === nth ? POOL[pick].guarded : POOL[pick].base,
      );
      for (const after of [
        cellOf(world, changed),
        cellOf(world, [...bases(world), POOL[nth].base]),
      ]) {
        expect(
          after.state === 'uncovered' && before.state !== 'uncovered',
        ).toBe(false);
        expect(
          before.extent === 'always' &&
            AT_LEAST[after.state] < AT_LEAST[before.state],
        ).toBe(false);
      }
    });
  });

  it('does not depend on the order of policies or rules', () => {
    forAll([worlds], world => {
      const told = coverageOf(world, bases(world));
      expect(coverageOf(world, bases(world).reverse())).toEqual(told);
      const { state, extent, rules } = cellOf(
        world,
        world.policies.map(pick => POOL[pick].turned),
      );
      expect({ state, extent, rules: rules.length }).toEqual({
        state: told.cells[0].state,
        extent: told.cells[0].extent,
        rules: told.cells[0].rules.length,
      });
    });
  });

  it('never counts a policy in shadow, nor what one allows that is gone', () => {
    forAll([worlds], world => {
      const { state, extent, rules } = cellOf(world);
      const enforced = bases(world).filter(
        ({ policy }) => policy.document.mode === 'enforce',
      );
      expect(cellOf(world, enforced)).toMatchObject({ state, rules });
      expect(cellOf(world, enforced).extent).toBe(extent);
      const gone = new Set(
        bases(world)
          .filter(({ standing }) => standing === 'vanished')
          .map(({ policy }) => policy.document.ref),
      );
      expect(
        rules.filter(
          ({ policyRef = '', effect }) =>
            effect === 'allow' && gone.has(policyRef),
        ),
      ).toEqual([]);
    });
  });

  it('says the same of every cell to whoever may not see its policies', () => {
    forAll([worlds], world => {
      const index = compilePolicies(bases(world), world.held);
      const ask = {
        index,
        actions: [world.action],
        environments: [world.environment],
      };
      const all = findCheckpointCoverage(ask);
      const blind = findCheckpointCoverage({ ...ask, maySee: () => false });
      expect(blind.numbers).toEqual(all.numbers);
      expect(blind.policies).toEqual([]);
      expect(JSON.stringify(blind)).not.toMatch(/policy-|broken-|group:/);
      expect(blind.cells[0].state).toBe(all.cells[0].state);
    });
  });
});
