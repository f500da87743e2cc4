export { DecisionComparer } from './DecisionComparer';
export type { Compared, RecordedDecision } from './DecisionComparer';
export {
  addComparison,
  addNotReplayable,
  emptyTally,
  mergeTallies,
} from './ReplayTally';
export type { ReplayTally, TallySubject } from './ReplayTally';
export { toReplayMarkdown } from './toReplayMarkdown';
export { REPLAY_REPORT_KEYS, toReplayReport } from './toReplayReport';
export { NOT_REPLAYABLE_WORDS } from './words';
