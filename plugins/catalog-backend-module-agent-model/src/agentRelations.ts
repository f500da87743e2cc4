import { getCompoundEntityRef, parseEntityRef } from '@backstage/catalog-model';
import { EntityRelationSpec } from '@backstage/plugin-catalog-node';
import { AgentEntity } from '@agentgov/backstage-plugin-agent-governance-common';
import { agentReferences } from './agentReferences';

/** The relations an agent has, each in both directions. */
export function agentRelations(agent: AgentEntity): EntityRelationSpec[] {
  const self = getCompoundEntityRef(agent);
  return agentReferences.flatMap(({ field, defaultKind, outgoing, incoming }) =>
    [agent.spec[field] ?? []].flat().flatMap(ref => {
      const other = parseEntityRef(ref, {
        defaultKind,
        defaultNamespace: self.namespace,
      });
      return [
        { source: self, type: outgoing, target: other },
        { source: other, type: incoming, target: self },
      ];
    }),
  );
}
