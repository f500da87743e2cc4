import { PolicyEffects } from '@agentgov/backstage-plugin-agent-governance-common';
import { EntityName } from '@agentgov/backstage-plugin-agent-governance-react';
import { EffectTable } from './EffectTable';

/** What it came to for each agent, the one that was decided about most first. */
export function AgentTable(props: { agents: PolicyEffects['agents'] }) {
  return (
    <EffectTable
      label="What it came to, by agent"
      heading="Agent"
      rows={props.agents.map(agent => ({
        ...agent,
        id: agent.agentRef,
        name: <EntityName entityRef={agent.agentRef} defaultKind="agent" />,
      }))}
    />
  );
}
