import { Facts } from '../../model';
import { LoadedPolicy } from '../documents';
import { PolicyEntry } from './PolicyEntry';
import { PolicyManifest } from './PolicyManifest';

/**
 * All policy documents that count at a time, arranged so that a decision looks only at what can apply.
 * Made by `compilePolicies`, or from stored texts by `readPolicies`; never changed.
 *
 * @public
 */
export interface PolicyIndex {
  /** SHA-256 (hex) of the manifest: names the whole set. */
  readonly digest: string;
  readonly manifest: PolicyManifest;
  /** The policies in it, as they were loaded; for whoever makes another set of them. */
  readonly policies: readonly LoadedPolicy[];
  /** The text of a policy in it by digest: what to keep so that decisions can be made again. */
  textOf(digest: string): string | undefined;
  /** Those that may apply to a request, in their one order. Only the engine looks at them. */
  candidates(facts: Facts): readonly PolicyEntry[];
}
