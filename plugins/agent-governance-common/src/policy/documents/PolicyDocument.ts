import { JsonObject } from '../../model';

/** The levels that documents speak for. The portal's policy is code, an agent's ceiling is in its entity. @public */
export type DocumentLevel = 'organization' | 'environment' | 'team' | 'service';

/** From the widest to the narrowest, the order in which they are shown. @public */
export const DOCUMENT_LEVELS: readonly DocumentLevel[] = [
  'organization',
  'environment',
  'team',
  'service',
];

/** Whether a level is one that documents speak for. */
export function isDocumentLevel(level: string): level is DocumentLevel {
  return (DOCUMENT_LEVELS as readonly string[]).includes(level);
}

/**
 * An `AgentPolicy`, checked and normalised: refs in full, lists without repeats, nothing left out that has
 * a default. Data only: its canonical JSON is the policy's text, and the digest of that its name in decisions.
 *
 * @public
 */
export interface PolicyDocument {
  schemaVersion: 1;
  /** Entity ref, for example `agentpolicy:default/production-changes`. */
  ref: string;
  title: string;
  /** Entity ref of the group or person who answers for it. Its authority is theirs. */
  owner: string;
  level: DocumentLevel;
  /** `shadow`: evaluated and recorded as "would have", never counted. */
  mode: 'enforce' | 'shadow';
  /** Entity ref of the one target it speaks about; at the service level, and only there. */
  entity?: string;
  /** What it speaks about; each that is left out means everything. */
  appliesTo: PolicyScope;
  /** In the order of the author, which means nothing. */
  rules: PolicyDocumentRule[];
}

/** Which requests a policy speaks about. @public */
export interface PolicyScope {
  /** Action ids; one may end in `*` to stand for all that start so. */
  actions?: string[];
  /** A filter predicate as elsewhere in the portal, over the target. */
  targets?: JsonObject;
  /** Names of environments. */
  environments?: string[];
}

/** @public */
export interface PolicyDocumentRule {
  /** Unique in its policy. */
  name: string;
  effect: 'deny' | 'require-approval' | 'allow';
  /** A CEL expression over facts; absent: always. */
  when?: string;
  /**
   * What an expression that cannot be evaluated counts as. Unknown never loosens, so there is one legal value
   * for each effect, which is also the default: writing it down is for readers.
   */
  onUnknown?: 'match' | 'no-match';
  /** For people: why. One sentence. */
  because: string;
  /** Who looks, with `require-approval`; absent: the configured default. */
  checkpoint?: CheckpointSpec;
}

/** Who must look before something runs: any one alternative, and of that every term. @public */
export interface CheckpointSpec {
  anyOf: Array<{ allOf: CheckpointTermSpec[] }>;
  /** ISO 8601 duration. */
  decideWithin: string;
  /** ISO 8601 duration, from authorisation to the start of the execution. */
  executeWithin: string;
}

/** @public */
export interface CheckpointTermSpec {
  /** `target-owner`, or a group's or user's entity ref. */
  from: string;
  /** How many distinct people. */
  count: number;
}
