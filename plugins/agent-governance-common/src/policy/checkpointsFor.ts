import { Checkpoint, Facts, LevelResult } from '../model';
import { CheckpointSpec, isDocumentLevel } from './documents';
import { readFact } from './facts';
import { PolicyOutcome } from './levels/evaluatePolicy';
import { DefaultCheckpoint } from './PolicySet';

/**
 * The places where a person must look before a held request may run: one for each rule that asks for approval and
 * says whose, and the default for whatever asks for approval and does not. That another rule names somebody takes
 * the default from none: else one more guardrail could exchange who has to look.
 *
 * Undefined when it cannot be said who should look: a hold that nobody can decide is no hold.
 */
export function checkpointsFor(
  byDefault: DefaultCheckpoint,
  said: { levels: readonly LevelResult[]; outcomes: readonly PolicyOutcome[] },
  facts: Facts,
): Checkpoint[] | undefined {
  const owner = readFact(facts, 'target.owner').value;
  const asking = said.outcomes.flatMap(({ matches }) =>
    matches.filter(({ rule }) => rule.effect === 'require-approval'),
  );
  const namesNobody =
    asking.some(({ rule }) => !rule.checkpoint) ||
    said.levels.some(
      ({ level, effect }) =>
        !isDocumentLevel(level) && effect === 'require-approval',
    );
  const checkpoints = [
    ...(namesNobody ? [defaultOf(byDefault, owner)] : []),
    ...asking.flatMap(({ rule: { name, checkpoint } }): Checkpoint[] =>
      checkpoint
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
  ];
  return checkpoints.every(({ anyOf }) => anyOf.length > 0)
    ? checkpoints
    : undefined;
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
