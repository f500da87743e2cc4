import { JsonObject } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  ActionExecutor,
  GovernedAction,
} from '@agentgov/backstage-plugin-agent-governance-node';
import { MappedRoute, actionIdOf } from '../perimeter/MappedRoute';
import { resolveTarget } from './resolveTarget';

/** The tag that all mapped routes carry. */
export const ROUTE_TAG = 'route';

/** One segment of a path that every reader reads alike. */
const SEGMENT = '^(?!\\.{1,2}$)[^/\\\\%?#\\u0000-\\u001f\\u007f]+$';

/** A mapped route as a governed action: what is in its path, its query and its body is the input. */
export function toGovernedRoute(
  route: MappedRoute,
  executor: ActionExecutor,
): GovernedAction {
  const { target, environment, effectClass, undo, owner, requiresContext } =
    route;
  return {
    id: actionIdOf(route),
    title: route.title,
    description: `${route.method} ${route.path} of ${route.plugin}`,
    effectClass,
    targetKinds: ['*'],
    inputSchema: inputSchemaOf(route),
    requiresContext,
    tags: [ROUTE_TAG],
    resolve: input => ({ target: resolveTarget(target, input), environment }),
    executor,
    ...(undo !== undefined && { undo }),
    ...(owner !== undefined && { owner }),
  };
}

function inputSchemaOf({ segments }: MappedRoute): JsonObject {
  const names = segments.flatMap(part => ('name' in part ? [part.name] : []));
  return {
    type: 'object',
    additionalProperties: false,
    required: names.length > 0 ? ['path'] : [],
    properties: {
      path: {
        type: 'object',
        additionalProperties: false,
        required: names,
        properties: Object.fromEntries(
          names.map(name => [name, { type: 'string', pattern: SEGMENT }]),
        ),
        ...(names.length === 0 && { default: {} }),
      },
      query: {
        type: 'object',
        additionalProperties: { type: 'string' },
        default: {},
      },
      body: { default: {} },
    },
  };
}
