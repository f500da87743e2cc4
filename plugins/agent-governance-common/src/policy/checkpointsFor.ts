import { Checkpoint, Facts } from '../model';
import { readFact } from './facts';
import { DefaultCheckpoint } from './PolicySet';

/**
 * The places where a person must look before a held request may run.
 *
 * Undefined when it cannot be said who should look: a hold that nobody can decide is no hold.
 */
export function checkpointsFor(
  { from, count, decideWithin, executeWithin }: DefaultCheckpoint,
  facts: Facts,
): Checkpoint[] | undefined {
  const owner = readFact(facts, 'target.owner').value;
  if (owner === undefined) {
    return undefined;
  }
  return [
    {
      id: 'default',
      anyOf: [{ allOf: [{ from, resolved: [owner], count }] }],
      decideWithin,
      executeWithin,
    },
  ];
}
