/** Before every key of ours. */
export const META_PREFIX = 'agent-governance.io/';

/** What the gateway reads from and writes into `_meta`, by key. */
export const META = {
  /** Of results: the id of the action request that came of a call. */
  request: 'agent-governance.io/request',
  /** Of tools: the action it is, its effect class, and what undoes it. */
  action: 'agent-governance.io/action',
  /** Of calls: why, in words. */
  purpose: 'agent-governance.io/purpose',
  /** Of calls: the task it belongs to; an id, or `{ id, step, startedAt, startedBy }`. */
  run: 'agent-governance.io/run',
  /** Of calls: the id of the context snapshot that it quotes. */
  contextSnapshot: 'agent-governance.io/context-snapshot',
  /** Of calls: the id of the delegation that it acts under. */
  delegation: 'agent-governance.io/delegation',
  /** Of calls: the entity ref of the person it is done for, as the agent says. */
  onBehalfOf: 'agent-governance.io/on-behalf-of',
  /** Of calls of actions that take them: what is never stored. */
  secrets: 'agent-governance.io/secrets',
} as const;
