/** Whether a full entity ref is one of a person. */
export function isUserRef(ref: string): boolean {
  return ref.startsWith('user:');
}

/** Whether a full entity ref is one of a group. */
export function isGroupRef(ref: string): boolean {
  return ref.startsWith('group:');
}
