import type { PolicyDocument } from '../policy/documents';
import type { PolicyProblem } from '../policy/PolicyProblem';

/**
 * What is tried instead of the policies that decide. Its changes are made one after the other, as if the draft were
 * merged and everything it removes were confirmed to be gone.
 *
 * @public
 */
export interface PolicyDraft {
  /** 1 to 100; their texts 512 KiB together at most. */
  changes: PolicyDraftChange[];
}

/**
 * One change of a draft.
 *
 * - `text`: YAML with one or more `AgentPolicy` documents; each stands instead of the policy of the same ref, or is added.
 * - `off`: the policy is not there. What it forbids or holds ends as well, as once a person confirmed that it is gone.
 * - `mode`: the same policy in another mode.
 *
 * @public
 */
export type PolicyDraftChange =
  | {
      kind: 'text';
      text: string;
      /** What it was read from; shown with what is wrong in it. */
      file?: string;
    }
  | { kind: 'off'; policyRef: string }
  | { kind: 'mode'; policyRef: string; mode: PolicyDocument['mode'] };

/** What became of one policy that a draft speaks about. @public */
export interface DraftedPolicy {
  /** Entity ref. */
  ref: string;
  title: string;
  /** Compared with the policies that decide. */
  change: 'added' | 'replaced' | 'mode' | 'off' | 'unchanged';
  /** What decides now; absent where nothing does. `digest` is absent where it cannot be read. */
  before?: { digest?: string; mode: PolicyDocument['mode'] };
  /** What decides under the draft; absent where nothing does. */
  after?: { digest: string; mode: PolicyDocument['mode'] };
  /** Why its text counts for nothing: its owner may not speak at its level. One clause. */
  inert?: string;
  /** What its author should think about again. */
  warnings: PolicyProblem[];
}
