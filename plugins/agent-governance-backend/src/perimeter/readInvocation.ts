import { matchesRoute } from './matchesRoute';

/** Which version of the route; they differ in what their bodies look like. */
export type InvocationVersion = 'v1' | 'v2';

/** A portal action that is to be invoked. */
export interface Invocation {
  actionId: string;
  version: InvocationVersion;
}

const VERSIONS: readonly InvocationVersion[] = ['v1', 'v2'];

/** The segments of the route on which a plugin's actions registry invokes an action. */
export function invocationSegments({ version, actionId }: Invocation) {
  return ['.backstage', 'actions', version, 'actions', actionId, 'invoke'];
}

/** The portal action a request invokes; undefined for another route, and for an action the plugin cannot have. */
export function readInvocation(request: {
  plugin: string;
  method: string;
  segments: readonly string[];
}): Invocation | undefined {
  const { plugin, method, segments } = request;
  const version = VERSIONS.find(each =>
    matchesRoute(
      `/${invocationSegments({ version: each, actionId: '*' }).join('/')}`,
      segments,
    ),
  );
  const actionId = segments[4];
  const isTheirs = version !== undefined && actionId.startsWith(`${plugin}:`);
  return method === 'POST' && isTheirs ? { actionId, version } : undefined;
}
