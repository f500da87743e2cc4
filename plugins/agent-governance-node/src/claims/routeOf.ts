import {
  JsonValue,
  digestOf,
} from '@agentgov/backstage-plugin-agent-governance-common';

/**
 * Names a route of a plugin: one text for each.
 *
 * @param options - `segments`: of the path below the plugin's base URL, decoded
 * @public
 */
export function routeOf(options: {
  method: string;
  plugin: string;
  segments: readonly string[];
}): string {
  const { method, plugin, segments } = options;
  return `${method.toLocaleUpperCase('en-US')} ${plugin} /${segments.join(
    '/',
  )}`;
}

/**
 * SHA-256 (hex) of what a request carries: the JSON of its body, and its query.
 *
 * @throws TypeError for a body that has no canonical JSON
 * @public
 */
export function bodyDigestOf(
  body: JsonValue,
  query: Record<string, string> = {},
): string {
  return digestOf('agentgov.route-call.v1', { body, query });
}
