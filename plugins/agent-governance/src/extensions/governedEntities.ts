/** Kinds an agent can act on, and agents themselves. Overridable per extension in app-config. */
export const GOVERNED_ENTITIES = {
  kind: { $in: ['component', 'system', 'api', 'resource', 'domain', 'agent'] },
};
