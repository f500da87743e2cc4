import {
  ConditionKind,
  ContextStandard,
  EffectClass,
  Environment,
  FreezeScope,
  PolicyLevel,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { DocumentLevel } from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { MappedRoute } from './perimeter/MappedRoute';
import { PortalActionRule } from './portal/PortalActionRule';
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
    /** Topics of the events service on which to ask at once. */
    topics: string[];
  };
  /** Which changes of policies wait for people. */
  policyChanges: PolicyChangesConfig;
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
  /** Routes of other plugins that agents reach as actions. */
  mappedRoutes: MappedRoute[];
  /** How portal actions are governed; the first that fits counts. */
  portalActions: PortalActionRule[];
  conditions: {
    sources: ConditionSourceConfig[];
    /** How far in the future a source's clock may be. */
    clockSkewMs: number;
  };
  topology: { maxDepth: number; maxNodes: number };
  freezes: {
    /** How many people it takes to end a freeze early, or to except something from one. */
    exceptionQuorum: number;
    calendars: FreezeCalendarConfig[];
  };
  /** Tools of MCP servers, and the gateway in front of them. */
  mcp: {
    /** How many calls one agent may make through the gateway, at one process. */
    callsPerMinute: number;
    servers: McpServerConfig[];
  };
  delegations: {
    /** How far ahead a delegation may end. */
    maxDurationMs: number;
  };
  replays: {
    /** How many run at a time, in the whole portal. */
    atOnce: number;
    /** How many flips are kept of each; all are counted. */
    flips: number;
    /** How long they are kept after they ended. */
    keepMs: number;
    /** How many are kept at most. */
    keepMost: number;
    /** How often progress is kept: what at most is made again after a crash. */
    progressMs: number;
    /** One whose runner says nothing for so long is free for others. */
    leaseMs: number;
  };
  stops: {
    /** How many people must agree before a stop is released. */
    releaseQuorum: number;
  };
}

/** `agentGovernance.policyChanges`. */
export interface PolicyChangesConfig {
  /** Absent: every change that counts takes effect at once. */
  quorum?: {
    /** A change at one of these, that may loosen, waits. */
    levels: DocumentLevel[];
    /** Entity refs of the groups and people whose members may vote. */
    from: string[];
    /** How many distinct people. */
    count: number;
  };
  /** How long after the first start what is new takes effect without a quorum; 0: until it was listed once. */
  adoptWithinMs: number;
}

/** An MCP server behind the gateway. */
export interface McpServerConfig {
  id: string;
  /** Full ref of its `API` entity, whose owner answers for its tools. */
  entityRef: string;
  connection:
    | {
        type: 'http';
        url: URL;
        /** Secret: what the server wants to see, and agents never do. */
        headers: Record<string, string>;
      }
    | {
        type: 'stdio';
        command: string;
        args: string[];
        /** Secret, too. All it gets beside the path and the home directory. */
        env: Record<string, string>;
      };
  /** How long one call may take. */
  timeoutMs: number;
  /** How often its tools are listed. */
  refreshMs: number;
  maxResultBytes: number;
  /** Where its tools act unless they say otherwise. */
  environment: string;
  /** By name. */
  tools: Map<string, McpToolConfig>;
}

/** How one tool is governed. What is absent is as its server says. */
export interface McpToolConfig {
  /** What a call is decided about; the server's entity when absent. */
  target?: { ref: string } | { input: string; kind: string; namespace: string };
  environment?: string;
  effectClass: EffectClass;
  /** Id of an action. */
  undo?: string;
  requiresContext: string[];
  /** Entity ref of the group or person who answers for it. */
  owner?: string;
}

/** A calendar that freezes are read from. */
export interface FreezeCalendarConfig {
  id: string;
  url: string;
  /** What its events freeze. */
  scope: FreezeScope;
  /** Entity ref of the group or person who answers for its freezes. */
  owner: string;
  /** IANA name: the zone of times that name none. */
  zone: string;
  refreshMs: number;
  /** How long it may be believed that it says nothing else than when it was last read. */
  ttlMs: number;
}

/** Who may state which facts. */
export interface ContextSourceConfig {
  id: string;
  /** Subject of the service principal that speaks for it. */
  subject: string;
  factTypes: string[];
}

/** A system outside that says what is going on, and how the portal knows that it is the one. */
export interface ConditionSourceConfig {
  id: string;
  title: string;
  type: 'generic' | 'pagerduty' | 'alertmanager';
  kind: ConditionKind;
  /** What it signs with, or, with `alertmanager`, the bearer tokens; two while they are changed. */
  secrets: string[];
  ttlMs: number;
  /** Absent when its silence says nothing. */
  quietAfterMs?: number;
  /** How far the time it signs may be from ours; `generic` only. */
  toleranceMs: number;
  entities: {
    /** Entity refs by what the source calls them. */
    map: Map<string, string[]>;
    /** Annotation of the entities that says what the source calls them. */
    annotation?: string;
    /** Label of an alert that names the entity. */
    label: string;
  };
  /** What it says is about this environment. */
  environment?: string;
  /** Label of an alert that names the environment. */
  environmentLabel?: string;
  /** Environments by what the source calls them. */
  environmentMap: Map<string, string>;
  /** Topics of the events service it is heard on besides. */
  topics: string[];
}
