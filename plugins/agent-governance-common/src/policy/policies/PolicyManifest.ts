import { HeldScope, LoadedPolicy } from '../documents';

/**
 * What a set of policy documents consists of: data only. Together with the text of each policy by digest it is
 * all that a decision made with the set needs to be made again.
 *
 * @public
 */
export interface PolicyManifest {
  schemaVersion: 1;
  /** By ref. */
  policies: Array<{
    ref: string;
    digest: string;
    standing: LoadedPolicy['standing'];
  }>;
  /** By ref. */
  held: HeldScope[];
}
