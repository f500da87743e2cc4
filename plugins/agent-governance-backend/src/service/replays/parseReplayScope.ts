import { InputError } from '@backstage/errors';
import { ReplayScope } from '@agentgov/backstage-plugin-agent-governance-common';
import { parseInstant } from '../input/parseInstant';
import { parseRef } from '../input/parseRef';

const ACTION = /^[\w.:/-]{0,254}[\w.:/*-]$/;
const ENVIRONMENT = /^[A-Za-z0-9](?:[\w.-]{0,61}[A-Za-z0-9])?$/;

/**
 * Which decisions somebody wants to have made again. What is not recorded yet is left out: the end is now at the latest.
 *
 * @throws InputError naming the field
 */
export function parseReplayScope(scope: ReplayScope, now: Date): ReplayScope {
  const from = parseInstant(scope.from, 'scope.from');
  const wanted = parseInstant(scope.to, 'scope.to');
  const to = wanted < now ? wanted : now;
  if (from >= to) {
    throw new InputError('scope.from: must be before scope.to, and past');
  }
  const { agents, actions, targets, environments } = scope;
  return {
    from: from.toISOString(),
    to: to.toISOString(),
    ...(agents && { agents: parseAll(agents, 'scope.agents', parseRef) }),
    ...(actions && {
      actions: parseAll(
        actions,
        'scope.actions',
        matching(ACTION, 'an action id; one may end in *'),
      ),
    }),
    ...(targets && { targets: parseAll(targets, 'scope.targets', parseRef) }),
    ...(environments && {
      environments: parseAll(
        environments,
        'scope.environments',
        matching(ENVIRONMENT, 'the name of an environment'),
      ),
    }),
  };
}

/** Each once and in one order: the same scope gives the same report. */
function parseAll(
  values: string[],
  field: string,
  parse: (value: string, field: string) => string,
): string[] {
  if (values.length === 0) {
    throw new InputError(`${field}: must name one; leave it out for all`);
  }
  const all = values.map((value, index) => parse(value, `${field}[${index}]`));
  return [...new Set(all)].sort();
}

function matching(pattern: RegExp, what: string) {
  return (value: string, field: string): string => {
    if (!pattern.test(value)) {
      throw new InputError(`${field}: must be ${what}`);
    }
    return value;
  };
}
