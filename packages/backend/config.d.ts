export interface Config {
  /** The made-up company Acme. */
  demo?: {
    /** Whether the demo's people, agents and actions exist at all. Default: false. */
    enabled?: boolean;
    agents?: {
      /** Folder with the demo agents' catalog files, relative to where the backend runs. */
      directory: string;
      /** Folder in which the demo agents leave their public keys, relative to where the backend runs. */
      keys: string;
    };
  };
  /** The small outside system the demo's actions act on. */
  demoWorld?: {
    /** Where it listens. */
    baseUrl: string;
  };
}
