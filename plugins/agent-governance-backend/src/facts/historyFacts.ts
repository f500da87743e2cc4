import { Facts } from '@agentgov/backstage-plugin-agent-governance-common';
import { History } from '../store/History';
import { SourceAnswer } from './fromSource';

/** What this agent did before, as we counted it. */
export function historyFacts(
  history: SourceAnswer<History>,
  at: string,
): Facts['history'] {
  return {
    mutations: history.toFact(found => ({ ...found.mutations }), at),
    sameActionOnTarget: history.toFact(h => h.sameActionOnTarget, at),
    sameActionOnKind: history.toFact(h => h.sameActionOnKind, at),
    lastDenialAt: history.toFact(h => h.lastDenialAt, at),
    novel: history.toFact(h => h.novel, at),
  };
}
