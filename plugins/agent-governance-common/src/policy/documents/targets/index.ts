export { compileTargets } from './compileTargets';
export { foldValue } from './TargetTest';
export type { TargetTest } from './TargetTest';
export { TARGET_FIELD_NAMES, targetField } from './targetFields';
