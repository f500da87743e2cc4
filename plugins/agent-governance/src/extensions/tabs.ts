/** Paths of our tabs, below the page of an entity; where links from elsewhere lead. */
export const AGENTS_TAB = '/agents';
export const POLICY_TAB = '/policy';
export const TOOLS_TAB = '/agent-tools';
