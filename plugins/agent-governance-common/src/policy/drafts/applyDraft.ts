import { DraftedPolicy, PolicyDraft } from '../../model';
import { PolicyDocument } from '../documents';
import { PolicyIndex } from '../policies';
import { PolicyProblem } from '../PolicyProblem';
import { Drafting } from './Drafting';
import { readDraft } from './readDraft';

/** @public */
export interface ApplyDraftOptions {
  /** The policies that decide. */
  base: PolicyIndex;
  draft: PolicyDraft;
  /** Whether the owner of a policy may speak at its level: why not, in one clause, or `undefined` when it may. */
  judge(policy: PolicyDocument): string | undefined;
  /** Names of the environments there are; absent: any name will do. */
  environments?: readonly string[];
}

/** @public */
export type AppliedDraft =
  | { index: PolicyIndex; policies: DraftedPolicy[] }
  | { problems: PolicyProblem[] };

/**
 * The policies that would decide if a draft were merged, beside those it leaves as they are. Its changes are made in
 * their order. As in the portal, a text whose owner may not speak at its level counts for nothing, and neither does the
 * text that it replaces.
 *
 * Whether a text comes from a place the portal trusts is not looked at: a draft comes from none.
 *
 * @returns what the draft comes to, policy by policy in the order of their refs; or everything that is wrong with it
 * @public
 */
export function applyDraft(options: ApplyDraftOptions): AppliedDraft {
  const { base, draft, judge, environments } = options;
  const read = readDraft(draft, { environments });
  if ('problems' in read) {
    return read;
  }
  const drafting = new Drafting(base, judge);
  read.changes.forEach((change, index) => drafting.make(change, index));
  return drafting.problems.length > 0
    ? { problems: drafting.problems }
    : drafting.result();
}
