import {
  compilePolicy,
  HeldScope,
  LoadedPolicy,
  parsePolicy,
  policyDigest,
  PolicyDocument,
} from '../documents';
import { compilePolicies, PolicyIndex } from '../policies';
import { PolicySet } from '../PolicySet';
import { policySet } from './policySet';

/** Test: an `AgentPolicy` entity; of the organization level unless said otherwise. */
export function policyEntity(spec: object = {}, metadata: object = {}) {
  return {
    apiVersion: 'agent-governance.io/v1alpha1',
    kind: 'AgentPolicy',
    metadata: { name: 'policy', ...metadata },
    spec: {
      owner: 'group:default/platform',
      level: 'organization',
      rules: [{ name: 'all', effect: 'allow' }],
      ...spec,
    },
  };
}

/** Test: the document of such an entity. */
export function policyDocument(
  spec: object = {},
  name = 'policy',
): PolicyDocument {
  const parsed = parsePolicy(policyEntity(spec, { name }));
  if (!parsed.ok) {
    throw new Error(JSON.stringify(parsed.problems));
  }
  return parsed.document;
}

/** Test: a document as a loader would hand it over. */
export function load(
  document: PolicyDocument,
  standing: LoadedPolicy['standing'] = 'current',
): LoadedPolicy {
  const compiled = compilePolicy(document);
  if (!compiled.ok) {
    throw new Error(JSON.stringify(compiled.problems));
  }
  return { policy: compiled.policy, digest: policyDigest(document), standing };
}

/** Test: loads policies given by their specs. */
export function loadAll(...specs: object[]): LoadedPolicy[] {
  return specs.map((spec, index) =>
    load(policyDocument(spec, `policy-${index}`)),
  );
}

/** Test: what to decide with, for a portal without objections and these documents. */
export function withPolicies(
  policies: LoadedPolicy[],
  changes: Partial<PolicySet> = {},
  held: HeldScope[] = [],
): { set: PolicySet; index: PolicyIndex } {
  const index = compilePolicies(policies, held);
  const open = { result: 'ALLOW' } as const;
  return {
    index,
    set: policySet(open, open, {
      policies: { digest: index.digest },
      ...changes,
    }),
  };
}
