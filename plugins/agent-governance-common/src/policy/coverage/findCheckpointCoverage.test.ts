import {
  CheckpointCoverageCell,
  Environment,
  MASKED_ENTITY_REF,
} from '../../model';
import { load, loadAll, policyDocument } from '../__testUtils__/documents';
import { LoadedPolicy } from '../documents';
import { compilePolicies } from '../policies';
import { CoveredAction } from './CoveredAction';
import { describeDependency } from './describeDependency';
import { findCheckpointCoverage } from './findCheckpointCoverage';
import { joinCheckpointCoverage } from './joinCheckpointCoverage';

const PRODUCTION: Environment = {
  name: 'production',
  owner: 'group:default/sre',
  rank: 2,
  production: true,
};
const STAGING: Environment = {
  name: 'staging',
  owner: 'group:default/platform',
  rank: 1,
  production: false,
};
const RESTART: CoveredAction = {
  id: 'deployments:restart',
  effectClass: 'idempotent',
  undo: 'deployments:restart',
  targetKinds: ['component'],
};

function coverage(
  policies: LoadedPolicy[],
  actions: CoveredAction[] = [RESTART],
) {
  return findCheckpointCoverage({
    index: compilePolicies(policies),
    actions,
    environments: [PRODUCTION, STAGING],
  });
}

/** The cell of the restart in production, in brief. */
function inProduction(...specs: object[]) {
  const { cells } = coverage(loadAll(...specs));
  return briefly(
    cells.find(({ environment }) => environment === 'production')!,
  );
}

function briefly({ state, extent, rules }: CheckpointCoverageCell) {
  return {
    state: extent ? `${state} ${extent}` : state,
    rules: rules.map(
      ({ rule, effect, extent: far, dependsOn }) =>
        `${rule} ${effect} ${far}${dependsOn
          .map(dependency => `; ${describeDependency(dependency)}`)
          .join('')}`,
    ),
  };
}

const rules = (...list: object[]) => ({ rules: list });
const allow = (extra: object = {}) => ({
  name: 'yes',
  effect: 'allow',
  ...extra,
});
const deny = (extra: object = {}) => ({ name: 'no', effect: 'deny', ...extra });
const hold = (extra: object = {}) => ({
  name: 'ask',
  effect: 'require-approval',
  ...extra,
});

describe('findCheckpointCoverage', () => {
  it('has a cell for each action that changes something, in each environment by rank', () => {
    const { cells, numbers, environments } = coverage(
      [],
      [
        RESTART,
        { id: 'deployments:status', effectClass: 'read' },
        { id: 'catalog:register', effectClass: 'once' },
      ],
    );
    expect(
      cells.map(({ actionId, environment }) => `${actionId} ${environment}`),
    ).toEqual([
      'catalog:register staging',
      'catalog:register production',
      'deployments:restart staging',
      'deployments:restart production',
    ]);
    expect(numbers).toEqual({
      cells: 4,
      denied: 0,
      held: 0,
      allowed: 0,
      uncovered: 4,
      partly: 0,
    });
    expect(environments.map(({ name }) => name)).toEqual([
      'staging',
      'production',
    ]);
  });

  it('has no cell where an action cannot be asked for', () => {
    const { cells } = coverage(
      [],
      [
        {
          ...RESTART,
          place: { target: 'system:default/portal', environment: 'production' },
        },
      ],
    );
    expect(cells.map(({ environment }) => environment)).toEqual(['production']);
  });

  it('takes a target that may not be named for one that is not known', () => {
    const [cell] = coverage(
      loadAll({
        level: 'service',
        owner: 'group:default/payments',
        entity: 'component:default/payments-api',
        ...rules(allow()),
      }),
      [
        {
          ...RESTART,
          place: { target: MASKED_ENTITY_REF, environment: 'production' },
        },
      ],
    ).cells;
    expect(briefly(cell).state).toBe('allowed partly');
  });

  it.each<[string, object, string, string[]]>([
    ['always', rules(allow()), 'allowed always', ['yes allow always']],
    [
      'by a hold',
      rules(hold()),
      'held always',
      ['ask require-approval always'],
    ],
    ['by a denial', rules(deny()), 'denied always', ['no deny always']],
    [
      'for an action by its namespace',
      { ...rules(allow()), appliesTo: { actions: ['deployments:*'] } },
      'allowed always',
      ['yes allow always'],
    ],
    [
      'not for other actions',
      { ...rules(allow()), appliesTo: { actions: ['tickets:*'] } },
      'uncovered',
      [],
    ],
    [
      'not in other environments',
      { ...rules(allow()), appliesTo: { environments: ['staging'] } },
      'uncovered',
      [],
    ],
    [
      'by the owner of the environment',
      { level: 'environment', owner: 'group:default/sre', ...rules(hold()) },
      'held always',
      ['ask require-approval always'],
    ],
    [
      'not by the owner of another environment',
      {
        level: 'environment',
        owner: 'group:default/platform',
        ...rules(hold()),
      },
      'uncovered',
      [],
    ],
    [
      'for what a team owns',
      { level: 'team', owner: 'group:default/payments', ...rules(allow()) },
      'allowed partly',
      [
        'yes allow partly; the target belongs to group:default/payments, or to a group below it',
      ],
    ],
    [
      'for one target',
      {
        level: 'service',
        owner: 'group:default/payments',
        entity: 'component:default/payments-api',
        ...rules(allow()),
      },
      'allowed partly',
      [
        'yes allow partly; the target is component:default/payments-api and belongs to group:default/payments',
      ],
    ],
    [
      'not for a target that the action cannot act on',
      {
        level: 'service',
        owner: 'group:default/payments',
        entity: 'resource:default/payments-db',
        ...rules(allow()),
      },
      'uncovered',
      [],
    ],
    [
      'for targets of a kind that all of them are',
      { ...rules(allow()), appliesTo: { targets: { kind: 'Component' } } },
      'allowed always',
      ['yes allow always'],
    ],
    [
      'not for targets of a kind that none of them is',
      { ...rules(allow()), appliesTo: { targets: { kind: 'resource' } } },
      'uncovered',
      [],
    ],
    [
      'for targets that match',
      {
        ...rules(allow()),
        appliesTo: { targets: { kind: 'component', 'spec.type': 'service' } },
      },
      'allowed partly',
      [
        'yes allow partly; the target matches {"kind":"component","spec.type":"service"}',
      ],
    ],
    [
      'under a condition',
      rules(allow({ when: 'context.floorMet' })),
      'allowed partly',
      ['yes allow partly; context.floorMet'],
    ],
    [
      'always, under a condition that the environment meets',
      rules(hold({ when: 'environment.production' })),
      'held always',
      ['ask require-approval always'],
    ],
    [
      'not under a condition that the action never meets',
      rules(hold({ when: '!action.reversible' })),
      'uncovered',
      [],
    ],
    [
      'as far as what is known of the cell leaves open',
      rules(
        hold({ when: 'environment.production && topology.dependents > 3' }),
      ),
      'held partly',
      [
        'ask require-approval partly; environment.production && topology.dependents > 3',
      ],
    ],
    [
      'always by one rule, whatever stricter ones depend on',
      rules(deny({ when: 'conditions.freeze.active' }), allow()),
      'allowed always',
      ['yes allow always', 'no deny partly; conditions.freeze.active'],
    ],
    [
      'by the strictest of what is always so',
      rules(allow(), hold()),
      'held always',
      ['ask require-approval always', 'yes allow always'],
    ],
    [
      'by the loosest of what depends, for that may be all a request meets',
      rules(
        deny({ when: 'conditions.freeze.active' }),
        allow({ when: 'context.floorMet' }),
      ),
      'allowed partly',
      [
        'no deny partly; conditions.freeze.active',
        'yes allow partly; context.floorMet',
      ],
    ],
    [
      'by nothing in shadow',
      { mode: 'shadow', ...rules(deny()) },
      'uncovered',
      [],
    ],
  ])('covers %s', (_, spec, state, said) => {
    expect(inProduction(spec)).toEqual({ state, rules: said });
  });

  it('covers all that a rule needs, each for what it depends on', () => {
    const [cell] = coverage(
      loadAll({
        level: 'team',
        owner: 'group:default/payments',
        appliesTo: { targets: { 'spec.type': 'service' } },
        ...rules(allow({ when: 'context.floorMet' })),
      }),
    ).cells;
    expect(cell.rules[0].dependsOn).toEqual([
      { on: 'owner', owner: 'group:default/payments' },
      { on: 'filter', filter: { 'spec.type': 'service' } },
      { on: 'when', when: 'context.floorMet' },
    ]);
  });

  it('says when the yes of a rule is none by itself', () => {
    const [, cell] = coverage(
      loadAll({
        level: 'environment',
        owner: 'group:default/sre',
        ...rules(allow()),
      }),
    ).cells;
    expect(cell.rules).toMatchObject([{ grants: 'with-another-level' }]);
  });

  it('holds by a policy that cannot be read, and takes nothing from one that is gone but its guardrails', () => {
    const [gone] = loadAll(rules(allow(), hold()));
    const held = findCheckpointCoverage({
      index: compilePolicies(
        [{ ...gone, standing: 'vanished' }],
        [
          {
            ref: 'agentpolicy:default/broken',
            title: 'Broken',
            owner: 'group:default/platform',
            level: 'organization',
            appliesTo: { environments: ['staging'] },
            because: 'rules must be a list',
          },
        ],
      ),
      actions: [RESTART],
      environments: [PRODUCTION, STAGING],
    });
    expect(held.cells.map(briefly)).toEqual([
      {
        state: 'held always',
        rules: [
          'cannot-be-read require-approval always',
          'ask require-approval always',
        ],
      },
      { state: 'held always', rules: ['ask require-approval always'] },
    ]);
    expect(held.policies).toMatchObject([
      { ref: 'agentpolicy:default/broken', standing: 'no-good-text' },
      { ref: 'agentpolicy:default/policy-0', standing: 'vanished' },
    ]);
  });

  it('tells what a policy in shadow would cover, beside what covers', () => {
    const [cell] = coverage(
      loadAll({ mode: 'shadow', ...rules(hold()) }, rules(allow())),
    ).cells;
    expect(cell).toMatchObject({
      state: 'allowed',
      rules: [{ rule: 'yes' }],
      shadow: [{ rule: 'ask', extent: 'always' }],
    });
  });

  it('names ten rules of a cell and counts the others', () => {
    const many = Array.from({ length: 25 }, (_, index) =>
      load(
        policyDocument(
          {
            level: 'team',
            owner: `group:default/t${index}`,
            ...rules(allow()),
          },
          `p${index}`,
        ),
      ),
    );
    const { cells, policies } = coverage([...many, ...loadAll(rules(hold()))]);
    expect(cells[0].rules.map(({ rule }) => rule)).toEqual([
      'ask',
      ...Array.from({ length: 9 }, () => 'yes'),
    ]);
    expect(cells[0].moreRules).toBe(16);
    expect(policies).toHaveLength(10);
  });

  it('leaves cells out of the answer, and never out of its numbers', () => {
    const result = findCheckpointCoverage({
      index: compilePolicies(
        loadAll({
          ...rules(allow()),
          appliesTo: { environments: ['staging'] },
        }),
      ),
      actions: [RESTART],
      environments: [PRODUCTION, STAGING],
      only: { states: ['uncovered'] },
    });
    expect(result.cells).toMatchObject([{ environment: 'production' }]);
    expect(result.policies).toEqual([]);
    expect(result.numbers).toMatchObject({
      cells: 2,
      allowed: 1,
      uncovered: 1,
    });
    expect(result.environments.map(({ numbers }) => numbers.uncovered)).toEqual(
      [0, 1],
    );
  });

  it('is the same in parts as in one go', () => {
    const policies = loadAll(
      { ...rules(hold()), appliesTo: { actions: ['a:*'] } },
      { ...rules(allow()), appliesTo: { actions: ['b:*'] } },
    );
    const actions = ['a:one', 'b:one', 'c:one'].map(id => ({ ...RESTART, id }));
    expect(
      joinCheckpointCoverage(
        actions.map(action => coverage(policies, [action])),
      ),
    ).toEqual(coverage(policies, actions));
  });

  it('is quick over a thousand policies and two hundred actions', () => {
    const policies = Array.from({ length: 1_000 }, (_, index) =>
      load(
        policyDocument(
          {
            level: 'team',
            owner: `group:default/t${index}`,
            ...rules(
              deny({ when: 'conditions.freeze.active' }),
              hold({ when: '!action.reversible || topology.dependents > 20' }),
              allow({ when: `history.mutations.lastHour < ${index}` }),
            ),
          },
          `p${index}`,
        ),
      ),
    );
    const actions = Array.from({ length: 200 }, (_, index) => ({
      ...RESTART,
      id: `namespace-${index % 20}:action-${index}`,
    }));
    const index = compilePolicies(policies);
    const start = performance.now();
    const { numbers } = findCheckpointCoverage({
      index,
      actions,
      environments: [PRODUCTION, STAGING],
    });
    const took = performance.now() - start;
    process.stdout.write(
      `200 actions × 2 environments over 1,000 policies: ${Math.round(
        took,
      )} ms\n`,
    );
    expect(numbers).toMatchObject({ cells: 400, allowed: 400, partly: 400 });
  });
});
