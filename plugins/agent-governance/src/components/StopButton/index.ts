export { StopButton } from './StopButton';
export { ANYTHING, choicesOfAgent, choicesOn } from './StopChoice';
export type { StopChoice } from './StopChoice';
