/** What stands before the colon of an action's id. */
export function namespaceOf(action: string): string {
  return action.slice(0, action.indexOf(':'));
}
