import { Comparison } from './Comparison';
import { loadedPolicies } from './loadedPolicies';
import { perimeter } from './perimeter';

export type * from './Comparison';
export { runComparison } from './runComparison';
export type { Pairs } from './runComparison';

/** In the order they are run. */
export const comparisons: Comparison[] = [loadedPolicies, perimeter];
