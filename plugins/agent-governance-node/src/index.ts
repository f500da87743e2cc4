/**
 * What other backends use to extend agent governance.
 *
 * @packageDocumentation
 */

export * from './action';
export * from './agents';
export * from './claims';
export * from './conditionSource';
export * from './ExecutionFailedError';
export * from './extensions';
export * from './oauth';
export * from './permissions';
export { RateLimit } from './RateLimit';
