/** The processes a portal consists of. */
export type PortalService = 'demo-world' | 'backend' | 'demo-agents';

/** What to start, and where. */
export interface PortalOptions {
  /** Services to start, in this order. Defaults to the demo world and the backend. */
  services?: PortalService[];
  /** Where databases and keys are kept. Defaults to a fresh folder, removed by `stop`. */
  dataDir?: string;
  /** Where each service leaves its log. Defaults to `logs` in the data folder. */
  logDir?: string;
  /** Port of the backend. Defaults to a free one. */
  port?: number;
  /** Port of the demo world. Defaults to a free one. */
  demoWorldPort?: number;
  /** A PostgreSQL server for the backend. Defaults to SQLite files in the data folder. */
  postgres?: {
    connectionString: string;
    /** Start of the names of this portal's databases. Defaults to a fresh one. */
    prefix?: string;
  };
  /** Whether the demo world may be told to fail. Defaults to false. */
  faults?: boolean;
  /** Further configuration, read after everything else. */
  config?: object[];
}

/** A portal that runs, in processes of its own. */
export interface Portal {
  readonly url: string;
  readonly demoWorldUrl: string;
  readonly dataDir: string;
  /** Ends a service at once, as a power cut would: nothing is flushed, nobody is told. */
  kill(service: PortalService): Promise<void>;
  /** Starts services that do not run, on the same data, and waits until they are ready. */
  start(...services: PortalService[]): Promise<void>;
  /** Stops everything in order. */
  stop(): Promise<void>;
}
