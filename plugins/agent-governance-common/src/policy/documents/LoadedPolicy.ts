import { PolicyStanding } from '../../model';
import { CompiledPolicy } from './CompiledPolicy';
import { DocumentLevel, PolicyScope } from './PolicyDocument';

/** A policy as whoever keeps policies hands it to the engine. @public */
export interface LoadedPolicy {
  policy: CompiledPolicy;
  /** {@link policyDigest} of its document. */
  digest: string;
  standing: Exclude<PolicyStanding, 'no-good-text'>;
}

/**
 * A trusted policy that cannot be read and never could: until it is put right, every action that changes
 * something in its scope, cut to its owner's authority, is held for a person. It grants nothing.
 *
 * @public
 */
export interface HeldScope {
  /** Entity ref of the policy. */
  ref: string;
  title: string;
  /** Entity ref. */
  owner: string;
  level: DocumentLevel;
  /** As far as it could be read; what could not is left out, and so means everything. */
  appliesTo: PolicyScope;
  /** At the service level: the target it speaks about. */
  entity?: string;
  /** What is wrong with it, in one clause. */
  because: string;
}
