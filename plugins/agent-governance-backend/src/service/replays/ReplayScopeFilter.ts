import { ReplayScope } from '@agentgov/backstage-plugin-agent-governance-common';
import { matchesGlob } from '@agentgov/backstage-plugin-agent-governance-node';
import { DecisionKey } from '../../store/DecisionHistory';
import { VisibleEntities } from '../../store/ReplayStore';

/** Whether a decision is looked at: it is in scope, and whoever asked may read both its agent and its target. */
export function replayScopeFilter(
  scope: ReplayScope,
  visible: VisibleEntities | undefined,
): (key: DecisionKey) => boolean {
  const among = (...lists: Array<string[] | undefined>) => {
    const sets = lists.flatMap(list => (list ? [new Set(list)] : []));
    return (value: string) => sets.every(set => set.has(value));
  };
  const isAgent = among(scope.agents, visible?.agents);
  const isTarget = among(scope.targets, visible?.targets);
  const isEnvironment = among(scope.environments);
  const isAction = (id: string) =>
    !scope.actions || scope.actions.some(glob => matchesGlob(glob, id));
  return key =>
    isAgent(key.agentRef) &&
    isTarget(key.targetRef) &&
    isEnvironment(key.environment) &&
    isAction(key.actionId);
}
