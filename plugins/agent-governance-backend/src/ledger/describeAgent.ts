import { RELATION_OWNED_BY } from '@backstage/catalog-model';
import {
  AgentEntity,
  RELATION_OPERATES,
  digestOf,
  readAgentKeys,
  readFederatedIdentities,
} from '@agentgov/backstage-plugin-agent-governance-common';

/** Tag of the digest over what of an agent is recorded. */
export const AGENT_DOMAIN = 'agentgov.agent.v1';

/** What of an agent changes what it may do, or who answers for that. */
export type AgentDescription = {
  owner: string[];
  operates: string[];
  autonomy: string;
  lifecycle: string;
  /** Thumbprints of the keys it may prove itself with. */
  keys: string[];
  /** The federated identities it may prove itself with, each as its issuer's id, a space and the subject. */
  federated: string[];
};

/** Describes an agent so that the same agent always has the same digest. */
export function describeAgent(agent: AgentEntity): {
  description: AgentDescription;
  digest: string;
} {
  const related = (type: string) =>
    sorted(
      (agent.relations ?? [])
        .filter(relation => relation.type === type)
        .map(relation => relation.targetRef),
    );
  const description: AgentDescription = {
    owner: related(RELATION_OWNED_BY),
    operates: related(RELATION_OPERATES),
    autonomy: agent.spec.autonomy,
    lifecycle: agent.spec.lifecycle,
    keys: sorted(readAgentKeys(agent).map(key => key.thumbprint)),
    federated: sorted(
      readFederatedIdentities(agent).map(
        ({ issuer, subject }) => `${issuer} ${subject}`,
      ),
    ),
  };
  return { description, digest: digestOf(AGENT_DOMAIN, description) };
}

function sorted(values: string[]): string[] {
  return [...new Set(values)].sort();
}
