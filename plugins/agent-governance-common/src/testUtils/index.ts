/**
 * For tests of policies and of plugins that decide.
 *
 * @packageDocumentation
 */

export { sampleFacts, unknownFact } from './sampleFacts';
export type { FactChanges } from './sampleFacts';
