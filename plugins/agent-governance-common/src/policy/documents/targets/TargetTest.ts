import { Facts, Ternary } from '../../../model';
import { FactPath } from '../../facts';

/** A filter predicate over the target, ready to be asked. */
export interface TargetTest {
  test(facts: Facts): Ternary;
  /** Every fact it could look at. */
  reads: readonly FactPath[];
  /**
   * What must hold for it to be true or unknown, as far as that is plain: for each path, the values (upper case)
   * of which it must have one. What a policy can be found by.
   */
  requires: ReadonlyMap<string, readonly string[]>;
}

/** How values are compared, here and in the index: letters in either case are the same. */
export function foldValue(value: string | number | boolean): string {
  return String(value).toUpperCase();
}
