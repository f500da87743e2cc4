import { GovernedAction } from '@agentgov/backstage-plugin-agent-governance-node';

/** What the agents ask for; the scenario of the decisions has policies about it. */
export const ACTION = 'deployments:restart';

/** All of it but who carries it out: a change that is undone by asking for the version before. */
export const actionDefinition: Pick<
  GovernedAction,
  'id' | 'title' | 'effectClass' | 'undo' | 'targetKinds'
> = {
  id: ACTION,
  title: 'Restart a service',
  effectClass: 'keyed',
  undo: ACTION,
  targetKinds: ['component'],
};
