/** Keeps digests of facts apart from those of anything else. */
export const FACTS_DOMAIN = 'agentgov.facts.v1';
