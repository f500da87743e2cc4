import { parseEntityRef } from '@backstage/catalog-model';
import { ActionPlace } from '@agentgov/backstage-plugin-agent-governance-node';
import { RegisteredAction } from '../../actions/ActionRegistry';

/** Whether an action can be asked for on a target in an environment at all. */
export function isForTarget(
  action: RegisteredAction,
  place: ActionPlace,
): boolean {
  const { kind } = parseEntityRef(place.target);
  const fixed = fixedPlaceOf(action);
  return fixed === undefined
    ? action.targetKinds.some(
        one => one === '*' || one === kind.toLocaleLowerCase('en-US'),
      )
    : fixed.target === place.target && fixed.environment === place.environment;
}

/** What an action derives from an input that names nothing does not depend on the input. */
export function fixedPlaceOf(
  action: RegisteredAction,
): ActionPlace | undefined {
  try {
    return action.resolve?.({});
  } catch {
    return undefined;
  }
}
