/** A route of a plugin that agents may read. */
export type ReadRoute = {
  plugin: string;
  /** Path below the plugin's base URL; `*` stands for one segment. */
  path: string;
};
