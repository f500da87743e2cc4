import { JsonValue } from '@agentgov/backstage-plugin-agent-governance-common';

/** What one source says of one fact type of an entity at present. */
export interface ContextClaim {
  factType: string;
  source: string;
  value: JsonValue;
  /** SHA-256 (hex) of the canonical value. */
  digest: string;
  sourceRevision?: string;
  /** The source's clock, ISO 8601. */
  observedAt: string;
  /** Ours, ISO 8601. */
  acquiredAt: string;
}
