import { Comparison, ScenarioPolicy, ScenarioRule, Team } from './Scenario';

/** What requests are about; every team has policies for this. */
export const ASKED_NAMESPACE = 'deployments';
/** What nobody asks about; every team has a policy for this as well. */
export const OTHER_NAMESPACE = 'secrets';

/** So many policies each team has. */
export const POLICIES_PER_TEAM = 5;
/** So many of them speak about what is asked. */
export const MATCHING_POLICIES = 4;

/** The policies of one team: four about deployments, one about something else. */
export function policiesOfTeam(team: Team): ScenarioPolicy[] {
  const policy = (
    name: string,
    namespace: string,
    rules: ScenarioRule[],
  ): ScenarioPolicy => ({
    name: `${team.name}-${name}`,
    team: team.name,
    namespace,
    rules,
  });
  return [
    policy('timing', ASKED_NAMESPACE, timing(team)),
    policy('standing', ASKED_NAMESPACE, standing(team)),
    policy('care', ASKED_NAMESPACE, care(team)),
    policy('grants', ASKED_NAMESPACE, grants()),
    policy('secrets', OTHER_NAMESPACE, secrets()),
  ];
}

const is = (
  attribute: Comparison['attribute'],
  value: Comparison['value'],
): Comparison => ({ attribute, is: '==', value });

const compare = (
  attribute: Comparison['attribute'],
  operator: Comparison['is'],
  value: Comparison['value'],
): Comparison => ({ attribute, is: operator, value });

const CHANGES = is('mutates', true);
const IN_PRODUCTION = is('production', true);

function timing({ opensAt, closesAt }: Team): ScenarioRule[] {
  return [
    {
      name: 'freeze',
      effect: 'deny',
      when: [IN_PRODUCTION, is('freeze', true), CHANGES],
      because: 'production does not change during a freeze',
    },
    {
      name: 'incident',
      effect: 'deny',
      when: [is('incident', true), CHANGES],
      because: 'people are working on an incident here',
    },
    {
      name: 'too-early',
      effect: 'deny',
      when: [IN_PRODUCTION, CHANGES, compare('hour', '<', opensAt)],
      because: 'nobody is at work yet who could put it right',
    },
    {
      name: 'too-late',
      effect: 'deny',
      when: [IN_PRODUCTION, CHANGES, compare('hour', '>=', closesAt)],
      because: 'nobody is at work any more who could put it right',
    },
  ];
}

function standing({ maxDistance }: Team): ScenarioRule[] {
  return [
    {
      name: 'suspended',
      effect: 'deny',
      when: [is('agentLifecycle', 'suspended')],
      because: 'the agent is suspended',
    },
    {
      name: 'too-far',
      effect: 'deny',
      when: [is('owned', false), compare('distance', '>', maxDistance)],
      because: 'the target is far from what the agent is there for',
    },
    {
      name: 'restricted-data',
      effect: 'deny',
      when: [is('dataClass', 'restricted'), CHANGES, is('operates', false)],
      because: 'only what operates it touches restricted data',
    },
  ];
}

function care({ maxDependents }: Team): ScenarioRule[] {
  return [
    {
      name: 'irreversible',
      effect: 'require-approval',
      when: [CHANGES, is('reversible', false)],
      because: 'it cannot be undone',
    },
    {
      name: 'many-dependents',
      effect: 'require-approval',
      when: [CHANGES, compare('dependents', '>', maxDependents)],
      because: 'much depends on it',
    },
    {
      name: 'first-time',
      effect: 'require-approval',
      when: [IN_PRODUCTION, CHANGES, is('novel', true)],
      because: 'the agent never did this here',
    },
  ];
}

function grants(): ScenarioRule[] {
  return [
    {
      name: 'read-only',
      effect: 'allow',
      when: [is('mutates', false)],
      because: 'it changes nothing',
    },
    {
      name: 'staging',
      effect: 'allow',
      when: [
        is('environment', 'staging'),
        compare('health', '!=', 'unhealthy'),
      ],
      because: 'staging is there to be tried out',
    },
    {
      name: 'own-and-healthy',
      effect: 'allow',
      when: [IN_PRODUCTION, is('owned', true), is('health', 'healthy')],
      because: 'its owner’s agent, and it is well',
    },
    {
      name: 'restart',
      effect: 'allow',
      when: [
        IN_PRODUCTION,
        is('operates', true),
        is('action', 'deployments:restart'),
      ],
      because: 'restarting is what the agent operates it for',
    },
  ];
}

function secrets(): ScenarioRule[] {
  return [
    {
      name: 'not-operated',
      effect: 'deny',
      when: [IN_PRODUCTION, is('operates', false)],
      because: 'secrets are for what operates it',
    },
    {
      name: 'read-only',
      effect: 'allow',
      when: [is('mutates', false)],
      because: 'it changes nothing',
    },
  ];
}
