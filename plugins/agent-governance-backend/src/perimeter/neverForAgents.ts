/**
 * Why a route is never an agent's, whatever the configuration says; undefined where configuration may speak.
 *
 * @param route - `segments`: of the path below the plugin's base URL, decoded
 */
export function neverForAgents(route: {
  plugin: string;
  segments: readonly string[];
}): string | undefined {
  const { plugin, segments } = route;
  const [first, second] = segments;
  if (plugin === 'auth') {
    return 'it signs in, approves OAuth sessions and issues tokens';
  }
  if (plugin === 'permission') {
    return 'it says who may do what';
  }
  if (plugin === 'agent-governance') {
    return 'governance decides by itself what agents may ask of it';
  }
  if (first === '.backstage' && second === 'scheduler') {
    return 'it triggers and cancels scheduled tasks';
  }
  if (first === '.backstage' && second === 'auth') {
    return 'it issues cookies that stand for a token';
  }
  const isActions = first === '.backstage' && second === 'actions';
  if (first?.startsWith('.') && !isActions) {
    return 'it is for the platform itself';
  }
  return undefined;
}
