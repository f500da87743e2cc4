import { JsonObject } from '../../../model';
import { PolicyScope } from '../PolicyDocument';
import { compileTargets } from '../targets';
import { EntityPath, ProblemList } from './ProblemList';
import { inOrder, readList, readText } from './readValues';

const KEYS = ['actions', 'targets', 'environments'];
const MAX_ACTIONS = 100;
const MAX_ENVIRONMENTS = 50;
const MAX_NAME = 200;

/** What a policy speaks about; without one, everything within its authority. */
export function readScope(
  value: unknown,
  path: EntityPath,
  problems: ProblemList,
): PolicyScope | undefined {
  if (value === undefined) {
    return {};
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return problems.add(path, `must be an object with ${KEYS.join(', ')}`);
  }
  reportUnknownKeys(value, path, problems);
  const { actions, targets, environments } = value as Record<string, unknown>;
  const readActions =
    actions === undefined
      ? undefined
      : readList(actions, [...path, 'actions'], {
          what: 'action id, for example deployments:* for all that start so',
          max: MAX_ACTIONS,
          problems,
          readItem: (item, at) => readGlob(item, at, problems),
        });
  const readEnvironments =
    environments === undefined
      ? undefined
      : readList(environments, [...path, 'environments'], {
          what: 'name of an environment',
          max: MAX_ENVIRONMENTS,
          problems,
          readItem: (item, at) =>
            readText(item, at, {
              what: 'the name of an environment',
              max: MAX_NAME,
              problems,
            }),
        });
  if (targets !== undefined) {
    compileTargets(targets, [...path, 'targets'], problems);
  }
  return {
    ...(readActions && { actions: inOrder(readActions) }),
    ...(targets !== undefined && { targets: targets as JsonObject }),
    ...(readEnvironments && { environments: inOrder(readEnvironments) }),
  };
}

function reportUnknownKeys(
  value: object,
  path: EntityPath,
  problems: ProblemList,
): void {
  for (const key of Object.keys(value)) {
    if (key === 'agents') {
      problems.add(
        [...path, key],
        'cannot be chosen by: a guardrail that is filtered by what the agent’s owner can edit is none',
      );
    } else if (!KEYS.includes(key)) {
      problems.addUnknownName([...path, key], 'a field here', key, KEYS);
    }
  }
}

function readGlob(
  value: unknown,
  path: EntityPath,
  problems: ProblemList,
): string | undefined {
  const glob = readText(value, path, {
    what: 'an action id',
    max: MAX_NAME,
    problems,
  });
  return glob !== undefined && glob.slice(0, -1).includes('*')
    ? problems.add(path, 'may have a * only at its end')
    : glob;
}
