import {
  compilePolicy,
  LoadedPolicy,
  policyDigest,
  PolicyDocument,
} from '../documents';
import { compilePolicies } from './compilePolicies';
import { PolicyIndex } from './PolicyIndex';
import { PolicyManifest } from './PolicyManifest';

/**
 * Makes the index again that a decision was made with, from what was kept of it.
 *
 * @param textOf - the text of a policy by digest
 * @throws Error when a text is missing, is not what its digest says, or can no longer be read
 * @public
 */
export function readPolicies(
  manifest: PolicyManifest,
  textOf: (digest: string) => string | undefined,
): PolicyIndex {
  return compilePolicies(
    manifest.policies.map(({ ref, digest, standing }): LoadedPolicy => {
      const text = textOf(digest);
      if (text === undefined) {
        throw new Error(`The text of ${ref} with digest ${digest} is missing`);
      }
      const document: PolicyDocument = JSON.parse(text);
      if (policyDigest(document) !== digest || document.ref !== ref) {
        throw new Error(`The text of ${ref} is not what ${digest} stands for`);
      }
      const compiled = compilePolicy(document);
      if (!compiled.ok) {
        throw new Error(
          `The text of ${ref} with digest ${digest} can no longer be read: ${compiled.problems[0].reason}`,
        );
      }
      return { policy: compiled.policy, digest, standing };
    }),
    manifest.held,
  );
}
