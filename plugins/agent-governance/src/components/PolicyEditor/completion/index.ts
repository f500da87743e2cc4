export { completeExpression } from './completeExpression';
export { completeFile } from './completeFile';
export { CURSOR } from './types';
export type { Suggestion, Suggestions, Vocabulary } from './types';
