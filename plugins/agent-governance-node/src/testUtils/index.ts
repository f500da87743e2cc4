/**
 * For tests of what extends agent governance.
 *
 * @packageDocumentation
 */

export { decideWithPolicy } from './decideWithPolicy';
