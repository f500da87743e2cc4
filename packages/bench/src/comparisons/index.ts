import { Comparison } from './Comparison';
import { loadedPolicies } from './loadedPolicies';

export type * from './Comparison';
export { runComparison } from './runComparison';
export type { Pairs } from './runComparison';

/** In the order they are run. */
export const comparisons: Comparison[] = [loadedPolicies];
