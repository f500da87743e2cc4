import { Environment } from '../../model';
import { PolicyDocument } from '../documents';
import { nearestName } from '../expressions/nearestName';
import { PolicyProblem } from '../PolicyProblem';

/**
 * Where a policy speaks about what is not there, or not its to speak about. It counts all the same, as far as it reaches.
 *
 * @public
 */
export function scopeWarnings(
  { level, owner, appliesTo }: PolicyDocument,
  known: {
    environments: readonly Environment[];
    actions: ReadonlyArray<{ id: string }>;
  },
): PolicyProblem[] {
  const ids = known.actions.map(({ id }) => id);
  return [
    ...(appliesTo.actions ?? []).flatMap((pattern, index) =>
      ids.some(id => isMeant(pattern, id))
        ? []
        : [unknownAction(pattern, index, ids)],
    ),
    ...(level === 'environment'
      ? foreignEnvironments(
          owner,
          appliesTo.environments ?? [],
          known.environments,
        )
      : []),
  ];
}

/** A `*` stands at the end or nowhere. */
function isMeant(pattern: string, id: string): boolean {
  return pattern.endsWith('*')
    ? id.startsWith(pattern.slice(0, -1))
    : id === pattern;
}

function unknownAction(
  pattern: string,
  index: number,
  ids: readonly string[],
): PolicyProblem {
  const suggestion = nearestName(pattern, ids);
  return {
    field: `appliesTo.actions[${index}]`,
    reason: `no registered action is '${pattern}', so it holds for none yet`,
    ...(suggestion !== undefined && { suggestion }),
  };
}

/** Environments it names and has no say in. */
function foreignEnvironments(
  owner: string,
  named: readonly string[],
  environments: readonly Environment[],
): PolicyProblem[] {
  return named.flatMap((name, index) => {
    const owners = environments.find(one => one.name === name)?.owner;
    return owners === undefined || owners === owner
      ? []
      : [
          {
            field: `appliesTo.environments[${index}]`,
            reason: `${name} belongs to ${owners}, so what ${owner} says about it does not count`,
          },
        ];
  });
}
