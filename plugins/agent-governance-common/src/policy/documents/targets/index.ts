export { compileTargets } from './compileTargets';
export { foldValue } from './TargetTest';
export type { TargetTest } from './TargetTest';
export { targetField } from './targetFields';
