import {
  ContextStandard,
  Environment,
  PolicyLevel,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { TrustRule } from '@agentgov/backstage-plugin-agent-governance-node';

/** `agentGovernance` in app-config, parsed once; see `config.d.ts` for what each key means. */
export interface GovernanceConfig {
  environments: Environment[];
  /** Entity refs of people and groups. */
  admins: string[];
  fallbackReviewers: string[];
  /** Entity refs: whose policies may speak at the level of the organization. */
  policyAdmins: string[];
  policies: {
    /** How often the catalog is asked for its policies, by all replicas together. */
    pollMs: number;
  };
  requiredLevels: PolicyLevel[];
  limits: {
    openRequestsPerAgent: number;
    /** Of the canonical input. */
    inputBytes: number;
    /** Of one context value. */
    contextValueBytes: number;
  };
  checkpoint: {
    /** ISO 8601 duration. */
    decideWithin: string;
    /** ISO 8601 duration. */
    executeWithin: string;
  };
  execution: {
    /** A claim not renewed for this long is free for others. */
    leaseMs: number;
    /** How long one attempt may take. */
    timeoutMs: number;
    /** How often the worker looks for work. */
    pollMs: number;
    maxAttempts: number;
    /** How many executions one process runs at a time. */
    concurrency: number;
  };
  context: {
    standards: ContextStandard[];
    sources: ContextSourceConfig[];
    /** How long a snapshot may be quoted. */
    snapshotTtlMs: number;
    /** How far in the future a source's clock may be. */
    clockSkewMs: number;
  };
  /** Highest first. */
  tiers: string[];
  /** IANA name. */
  timeZone: string;
  /** Places whose entities count. */
  trust: TrustRule[];
  topology: { maxDepth: number; maxNodes: number };
}

/** Who may state which facts. */
export interface ContextSourceConfig {
  id: string;
  /** Subject of the service principal that speaks for it. */
  subject: string;
  factTypes: string[];
}
