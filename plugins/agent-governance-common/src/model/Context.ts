import { ContextFreshness } from './Facts';
import { FreezeScope } from './Freeze';
import { JsonValue } from './json';

/** How good facts of one type must be. Set in `agentGovernance.context.standards`. @public */
export interface ContextStandard {
  factType: string;
  title: string;
  /** Seconds after which the fact is ageing. */
  warnAfterSeconds?: number;
  /** Seconds after which the fact is stale. */
  errorAfterSeconds?: number;
  /** Who may sign off: the owner of the entity, a group, or nobody. */
  signOffBy?: string;
}

/** A claim about an entity, with provenance and measured against its standard. @public */
export interface ContextFact {
  entityRef: string;
  factType: string;
  title: string;
  value?: JsonValue;
  /** SHA-256 (hex) of the canonical value. */
  digest?: string;
  source: string;
  /** Where in the source: a path, an id, a revision. */
  sourceRevision?: string;
  /** The source's clock, ISO 8601. */
  observedAt?: string;
  /** Ours, ISO 8601. */
  acquiredAt?: string;
  freshness: ContextFreshness;
  /** The later of observation and valid sign-off, ISO 8601. */
  verifiedAt?: string;
  ageSeconds?: number;
  standard?: ContextStandard;
  signOff?: ContextSignOff;
  /** Whether the person asking may sign it off now. */
  maySignOff: boolean;
  note?: string;
}

/** A person vouching for the present value of a fact. @public */
export interface ContextSignOff {
  id: string;
  entityRef: string;
  factType: string;
  digest: string;
  personRef: string;
  /** Through which group the person had standing. */
  standing: string;
  comment?: string;
  /** ISO 8601. */
  signedOffAt: string;
  valid: boolean;
  /** Why it no longer counts. */
  lapsedBecause?: string;
}

/** What an agent fetched about an entity and may quote in a request. @public */
export interface ContextSnapshot {
  /** Present for agents; people look without quoting. */
  id?: string;
  entityRef: string;
  /** SHA-256 (hex) over the canonical facts. */
  digest: string;
  /** ISO 8601. */
  takenAt: string;
  /** ISO 8601; quoting it later counts as expired. */
  expiresAt?: string;
  facts: ContextFact[];
  freezes: Array<{
    id: string;
    reason: string;
    owner: string;
    from: string;
    to: string;
    scope: FreezeScope;
  }>;
}
