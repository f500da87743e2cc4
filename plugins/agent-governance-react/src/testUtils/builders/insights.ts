import {
  CheckpointCoverage,
  CheckpointCoverageCell,
  CheckpointCoverageNumbers,
  CHECKPOINT_COVERAGE_STATES,
  PolicyEffectCounts,
  PolicyEffects,
} from '@agentgov/backstage-plugin-agent-governance-common';

const NOTHING: PolicyEffectCounts = {
  decisions: 0,
  denied: 0,
  held: 0,
  allowed: 0,
  notEvaluated: 0,
  changed: 0,
  wouldDeny: 0,
  wouldHold: 0,
  wouldAllow: 0,
};

/** How often a policy applied; nothing unless said. @public */
export function effectCounts(
  overrides: Partial<PolicyEffectCounts> = {},
): PolicyEffectCounts {
  return { ...NOTHING, ...overrides };
}

/** A policy in shadow that would have denied 12 of 340 decisions of three days, and held 3. @public */
export function somePolicyEffects(
  overrides: Partial<PolicyEffects> = {},
): PolicyEffects {
  const shadow = (
    decisions: number,
    wouldDeny: number,
    wouldHold: number,
  ): PolicyEffectCounts =>
    effectCounts({
      decisions,
      denied: wouldDeny,
      held: wouldHold,
      changed: wouldDeny + wouldHold,
      wouldDeny,
      wouldHold,
    });
  const enforce = effectCounts();
  return {
    policyRef: 'agentpolicy:default/code-freeze',
    from: '2026-11-18',
    to: '2026-11-20',
    total: { enforce, shadow: shadow(340, 12, 3) },
    days: [
      { day: '2026-11-18', enforce, shadow: shadow(140, 10, 0) },
      { day: '2026-11-19', enforce, shadow: effectCounts() },
      { day: '2026-11-20', enforce, shadow: shadow(200, 2, 3) },
    ],
    agents: [
      {
        agentRef: 'agent:default/deploy-bot',
        enforce,
        shadow: shadow(300, 12, 0),
      },
      { agentRef: 'agent:default/scaler', enforce, shadow: shadow(40, 0, 3) },
    ],
    rules: [
      { name: 'frozen', mode: 'shadow', decisions: 12 },
      { name: 'irreversible', mode: 'shadow', decisions: 3 },
    ],
    latest: [
      {
        requestId: 'request-1',
        decisionId: 'decision-1',
        at: '2026-11-20T09:00:00.000Z',
        agentRef: 'agent:default/deploy-bot',
        targetRef: 'component:default/payments-api',
        actionId: 'deployments:deploy',
        environment: 'production',
        verdict: 'allow',
        mode: 'shadow',
        effect: 'deny',
        rules: ['frozen'],
        wouldBe: 'deny',
      },
    ],
    catchingUp: false,
    partial: false,
    ...overrides,
  };
}

/** What a policy document says of restarts in production: a person looks, always. @public */
export function aCoverageCell(
  overrides: Partial<CheckpointCoverageCell> = {},
): CheckpointCoverageCell {
  return {
    actionId: 'deployments:deploy',
    environment: 'production',
    state: 'held',
    extent: 'always',
    rules: [
      {
        policyRef: 'agentpolicy:default/code-freeze',
        rule: 'irreversible',
        effect: 'require-approval',
        extent: 'always',
        dependsOn: [],
        grants: 'alone',
      },
    ],
    moreRules: 0,
    shadow: [],
    moreShadow: 0,
    ...overrides,
  };
}

/** The coverage that these cells are. @public */
export function aCheckpointCoverage(
  cells: CheckpointCoverageCell[] = [aCoverageCell()],
): CheckpointCoverage {
  const environments = [...new Set(cells.map(cell => cell.environment))];
  return {
    numbers: numbersOf(cells),
    environments: environments.map(name => ({
      name,
      production: name === 'production',
      numbers: numbersOf(
        cells.filter(({ environment }) => environment === name),
      ),
    })),
    cells,
    policies: [
      {
        ref: 'agentpolicy:default/code-freeze',
        title: 'Nothing changes during a freeze',
        level: 'organization',
        mode: 'enforce',
        owner: 'group:default/platform',
        standing: 'current',
      },
    ],
    outside: [
      {
        id: 'portal',
        because: 'The portal’s own permission policy is code.',
      },
    ],
  };
}

function numbersOf(cells: CheckpointCoverageCell[]): CheckpointCoverageNumbers {
  const count = (wanted: string) =>
    cells.filter(({ state }) => state === wanted).length;
  const [denied, held, allowed, uncovered] =
    CHECKPOINT_COVERAGE_STATES.map(count);
  return {
    cells: cells.length,
    denied,
    held,
    allowed,
    uncovered,
    partly: cells.filter(({ extent }) => extent === 'partly').length,
  };
}
