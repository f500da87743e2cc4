/** The `apiVersion` of the entity kind {@link AgentEntity}. @public */
export const AGENT_API_VERSION = 'agent-governance.io/v1alpha1';

/** The `kind` of the entity kind {@link AgentEntity}, as written in a catalog file. @public */
export const AGENT_KIND = 'Agent';

/**
 * From an agent to what it operates. The reverse is {@link RELATION_OPERATED_BY}.
 *
 * It is a claim of the agent's author: on its own it grants nothing.
 *
 * @public
 */
export const RELATION_OPERATES = 'operates';

/** From an entity to the agents that say they operate it. @public */
export const RELATION_OPERATED_BY = 'operatedBy';

/**
 * The lifecycles of an agent. An agent is *active* in every one of them but `retired`; any other value
 * counts as not active.
 *
 * @public
 */
export const AGENT_LIFECYCLES = [
  'experimental',
  'production',
  'deprecated',
  'retired',
] as const;

/** How many keys an agent may have at once: the one in use and the one it is rotating to. @public */
export const MAX_AGENT_KEYS = 2;

/** Under how many federated identities an agent may be known: a few clusters and pipelines. @public */
export const MAX_FEDERATED_IDENTITIES = 16;

/** The longest subject an identity may have, in characters; SPIFFE allows ids as long as this. @public */
export const MAX_FEDERATED_SUBJECT_LENGTH = 2048;

/** What ids of federated issuers look like. @public */
export const FEDERATED_ISSUER_ID_PATTERN = /^[a-z0-9][a-z0-9-]{0,62}$/;
