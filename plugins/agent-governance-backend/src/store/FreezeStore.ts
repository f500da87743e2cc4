import { Freeze } from '@agentgov/backstage-plugin-agent-governance-common';

/** A freeze as it is kept: where it stands depends on the time it is looked at. */
export type StoredFreeze = Omit<Freeze, 'state'>;

/** Keeps freezes. Each change is one guarded write and one ledger entry, in one transaction. */
export interface FreezeStore {
  create(freeze: StoredFreeze): Promise<void>;
  /**
   * Ends a freeze that is neither ended nor over, if it still has this revision.
   *
   * @returns the freeze as it is now; `undefined` when there was nothing to end
   */
  end(options: {
    id: string;
    revision: number;
    endedBy: string;
    comment?: string;
    now: Date;
  }): Promise<StoredFreeze | undefined>;
  get(id: string): Promise<StoredFreeze | undefined>;
  /** Everything in force in an environment at `now`, whatever entity it is about. */
  inForce(options: { environment: string; now: Date }): Promise<StoredFreeze[]>;
  /** In force, or beginning before `until`: of these entities or of whole environments. */
  upcoming(options: {
    entityRefs: string[];
    now: Date;
    until: Date;
    limit: number;
  }): Promise<StoredFreeze[]>;
  /** The latest set first. */
  list(options: {
    /** Only what covers one of these entities, or a whole environment. */
    covering?: string[];
    state?: Array<Freeze['state']>;
    now: Date;
    /** Only what comes after this id. */
    after?: string;
    limit: number;
  }): Promise<StoredFreeze[]>;
}
