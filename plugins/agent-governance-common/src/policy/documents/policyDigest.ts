import { canonicalJson, digestOf } from '../../canonical';
import { PolicyDocument } from './PolicyDocument';

/** The one text of a policy: what is kept, and read back to decide again. @public */
export function policyText(document: PolicyDocument): string {
  return canonicalJson(document);
}

/** SHA-256 (hex) that names a policy's text in every decision made with it. @public */
export function policyDigest(document: PolicyDocument): string {
  return digestOf('agent-governance/policy/v1', document);
}
