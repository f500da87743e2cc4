import {
  CompiledPolicy,
  HeldScope,
  LoadedPolicy,
  PolicyDocument,
  compilePolicy,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { StoredPolicy } from '../store/PolicyStore';

/** What one policy comes to: a text that is decided with, a scope that is held, or nothing. */
export type PolicyPart =
  | { loaded: LoadedPolicy }
  | { held: HeldScope }
  | { nothing: true };

/**
 * Makes a stored policy ready to be decided with.
 *
 * A text that was good when it was stored, and that this version of the engine cannot read, is a policy with no good text:
 * what its owner could speak about is held.
 *
 * @param options - `compiled`: texts that are ready already, by digest
 */
export function toPolicyPart(
  policy: StoredPolicy,
  options: {
    texts: ReadonlyMap<string, string>;
    compiled: ReadonlyMap<string, CompiledPolicy>;
  },
): PolicyPart {
  const { textDigest: digest, standing, heldScope } = policy;
  if (digest === undefined || standing === 'no-good-text') {
    return heldScope ? { held: heldScope } : { nothing: true };
  }
  const known = options.compiled.get(digest);
  const text = options.texts.get(digest);
  const document: PolicyDocument | undefined =
    known?.document ?? (text === undefined ? undefined : JSON.parse(text));
  const compiled = known ?? (document && compileStored(document));
  if (compiled && standing) {
    return { loaded: { policy: compiled, digest, standing } };
  }
  return policy.mode === 'shadow' || !policy.owner || !policy.level
    ? { nothing: true }
    : {
        held: {
          ref: policy.ref,
          title: policy.title,
          owner: policy.owner,
          level: policy.level,
          appliesTo: document?.appliesTo ?? {},
          ...(document?.entity !== undefined && { entity: document.entity }),
          because: 'this version of the portal cannot read its text',
        },
      };
}

function compileStored(document: PolicyDocument): CompiledPolicy | undefined {
  const result = compilePolicy(document);
  return result.ok ? result.policy : undefined;
}
