import { Facts, Ternary } from '../../model';
import { FactPath } from '../facts';

/** One thing that must hold for a policy to apply. */
export interface ScopeTest {
  test(facts: Facts): Ternary;
  /** What it looks at. */
  reads: readonly FactPath[];
  /** By dimension, the values (upper case) of which one must hold; what a policy is found by. */
  requires: ReadonlyMap<string, readonly string[]>;
}
