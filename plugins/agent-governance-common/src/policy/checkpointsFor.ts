import { Checkpoint, Facts } from '../model';
import { CheckpointSpec } from './documents';
import { readFact } from './facts';
import { PolicyOutcome } from './levels/evaluatePolicy';
import { DefaultCheckpoint } from './PolicySet';

/**
 * The places where a person must look before a held request may run: one for each rule that asks for approval and
 * says whose. The default only where none of them does.
 *
 * Undefined when it cannot be said who should look: a hold that nobody can decide is no hold.
 */
export function checkpointsFor(
  byDefault: DefaultCheckpoint,
  outcomes: readonly PolicyOutcome[],
  facts: Facts,
): Checkpoint[] | undefined {
  const owner = readFact(facts, 'target.owner').value;
  const named: Checkpoint[] = outcomes.flatMap(({ matches }) =>
    matches.flatMap(({ rule: { effect, name, checkpoint } }): Checkpoint[] =>
      effect === 'require-approval' && checkpoint
        ? [
            {
              id: checkpoint.id,
              policy: checkpoint.policy,
              rule: name,
              ...resolve(checkpoint.spec, owner),
            },
          ]
        : [],
    ),
  );
  if (named.length === 0) {
    named.push(defaultOf(byDefault, owner));
  }
  return named.every(({ anyOf }) => anyOf.length > 0) ? named : undefined;
}

/** Leaves out alternatives of which nobody can say who they mean: that only ever asks for more. */
function resolve(
  { anyOf, decideWithin, executeWithin }: CheckpointSpec,
  owner: string | undefined,
): Omit<Checkpoint, 'id'> {
  return {
    anyOf: anyOf.flatMap(({ allOf }) => {
      const known =
        owner !== undefined ||
        allOf.every(({ from }) => from !== 'target-owner');
      return known
        ? [
            {
              allOf: allOf.map(({ from, count }) => ({
                from,
                resolved: [from === 'target-owner' ? String(owner) : from],
                count,
              })),
            },
          ]
        : [];
    }),
    decideWithin,
    executeWithin,
  };
}

function defaultOf(
  { from, count, decideWithin, executeWithin }: DefaultCheckpoint,
  owner: string | undefined,
): Checkpoint {
  return {
    id: 'default',
    ...resolve(
      { anyOf: [{ allOf: [{ from, count }] }], decideWithin, executeWithin },
      owner,
    ),
  };
}
