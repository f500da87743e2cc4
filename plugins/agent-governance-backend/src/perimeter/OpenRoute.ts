/** A route of a plugin that is open to agents as it is. */
export type OpenRoute = {
  plugin: string;
  /** Path below the plugin's base URL; `*` stands for one segment. */
  path: string;
};
