import {
  AgentPolicyEntity,
  canonicalJson,
  digestOf,
  JsonObject,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { PolicyText } from '../store/PolicyStore';

/** Tag of the digest over what the catalog holds of a policy. */
const SOURCE_DOMAIN = 'agent-governance/policy-source/v1';

/**
 * What the catalog holds of a policy, as far as it is the policy: kept even where it cannot be understood, so that it can
 * be said later what was wrong with it. The fixtures that try it are not.
 *
 * @returns `undefined` for what has no canonical text
 */
export function policySource(
  entity: AgentPolicyEntity,
): PolicyText | undefined {
  const { apiVersion, kind, metadata } = entity;
  const { fixtures: _, ...spec } = entity.spec;
  const { namespace = 'default', name, title = null } = metadata;
  const source = {
    apiVersion,
    kind,
    metadata: { namespace, name, title },
    spec,
  };
  try {
    return {
      digest: digestOf(SOURCE_DOMAIN, source),
      kind: 'policy-source',
      bytes: canonicalJson(source),
    };
  } catch {
    return undefined;
  }
}

/** The entity that a kept text was made of: a title that nobody gave is not there. */
export function readPolicySource(bytes: string): JsonObject {
  const { metadata, ...source } = JSON.parse(bytes);
  const { title, ...rest } = metadata;
  return {
    ...source,
    metadata: title === null ? rest : { ...rest, title },
  };
}
