/** What the perimeter looks at in a request of an agent. */
export type AgentRequest = {
  /** The plugin asked. */
  plugin: string;
  method: string;
  /** Path below the plugin's base URL, without query. */
  path: string;
  /** The service that asks on the agent's behalf; undefined when the agent asks itself. */
  actor?: string;
};
