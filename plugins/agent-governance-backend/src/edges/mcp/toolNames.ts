/** What a tool is called, of an action's id: clients take no colon in names. */
export function toToolName(actionId: string): string {
  return actionId.replace(':', '.');
}

/** The id of the action that a tool is; nouns hold no dot. */
export function toActionId(toolName: string): string {
  return toolName.replace('.', ':');
}
