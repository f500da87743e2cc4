const ROOT = 'agent-governance';

/** Everything that signals, polls and changes made here bring up to date. */
export const LIVE = [ROOT, 'live'] as const;

/** A question whose answer should follow the portal. */
export function liveKey(question: string, ...details: unknown[]) {
  return [...LIVE, question, ...details];
}

/** A question whose answer must stay what a person is looking at until they ask again. */
export function pinnedKey(question: string, ...details: unknown[]) {
  return [ROOT, 'pinned', question, ...details];
}
