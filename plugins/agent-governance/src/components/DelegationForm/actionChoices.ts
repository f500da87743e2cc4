import { ActionDescription } from '@agentgov/backstage-plugin-agent-governance-common';

/** What can be delegated: each action, and all of one kind where there are several. */
export function actionChoices(
  actions: ActionDescription[],
): Array<{ id: string; label: string }> {
  const kinds = new Map<string, ActionDescription[]>();
  for (const action of actions) {
    const kind = action.id.slice(0, action.id.indexOf(':') + 1);
    kinds.set(kind, [...(kinds.get(kind) ?? []), action]);
  }
  return [...kinds]
    .sort(([one], [other]) => one.localeCompare(other))
    .flatMap(([kind, members]) => [
      ...(members.length > 1
        ? [{ id: `${kind}*`, label: `Every action of ${kind}` }]
        : []),
      ...members
        .map(({ id, title }) => ({ id, label: `${title} (${id})` }))
        .sort((one, other) => one.label.localeCompare(other.label)),
    ]);
}
