import { OperationRule } from '../portal/OperationRule';

/** A mutating route of a plugin that agents reach as a governed action. */
export interface MappedRoute extends OperationRule {
  /** The action is `route:<id>`. */
  id: string;
  title: string;
  plugin: string;
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** As configured, for people: `/locations/:id`. */
  path: string;
  /** Of the path; a name stands for any one segment. */
  segments: ReadonlyArray<{ literal: string } | { name: string }>;
}

/** The id of the action a mapped route is. */
export function actionIdOf(route: Pick<MappedRoute, 'id'>): string {
  return `route:${route.id}`;
}

/** What the names in a route's path stand for; undefined where the path is not the route's. */
export function matchMappedRoute(
  route: MappedRoute,
  request: { plugin: string; method: string; segments: readonly string[] },
): Record<string, string> | undefined {
  const { plugin, method, segments } = request;
  if (
    plugin !== route.plugin ||
    method !== route.method ||
    segments.length !== route.segments.length
  ) {
    return undefined;
  }
  const parameters: Record<string, string> = {};
  for (const [index, part] of route.segments.entries()) {
    if ('name' in part) {
      parameters[part.name] = segments[index];
    } else if (part.literal !== segments[index]) {
      return undefined;
    }
  }
  return parameters;
}

/** The segments of a route's path with its names filled in. */
export function fillMappedRoute(
  route: MappedRoute,
  parameters: Record<string, string>,
): string[] {
  return route.segments.map(part =>
    'name' in part ? parameters[part.name] : part.literal,
  );
}
