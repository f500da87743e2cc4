import { Verdict } from '@agentgov/backstage-plugin-agent-governance-common';

/** Verdicts in a word, where the reason for it is not told apart. */
export const VERDICT_WORDS: Record<Verdict, string> = {
  allow: 'Allowed',
  hold: 'Held',
  deny: 'Refused',
};
