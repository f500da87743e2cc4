export { isFactPath } from './isFactPath';
export { overrideFacts } from './overrideFacts';
export { problemWithFactValue } from './problemWithFactValue';
export type { FactValueProblem } from './problemWithFactValue';
export { problemWithOverride } from './problemWithOverride';
