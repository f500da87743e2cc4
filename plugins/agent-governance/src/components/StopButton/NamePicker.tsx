import {
  useActions,
  useAgents,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Select } from '@backstage/ui';
import { EntityPicker } from '../EntityPicker';
import { LoadState } from '../LoadState';
import { StopChoice } from './StopChoice';

const TARGET_KINDS = ['component', 'system', 'api', 'resource', 'domain'];

interface Picked {
  value: string | undefined;
  onChange(ref: string | undefined): void;
}

function AgentPicker(props: Picked) {
  const agents = useAgents();
  return (
    <LoadState query={agents} what="the agents of this portal">
      <Select
        label="Agent"
        placeholder="Choose an agent"
        options={(agents.data ?? []).map(({ ref, title }) => ({
          id: ref,
          label: title,
        }))}
        value={props.value ?? null}
        onChange={key => props.onChange(String(key))}
      />
    </LoadState>
  );
}

function ActionPicker(props: Picked) {
  const actions = useActions();
  return (
    <LoadState query={actions} what="the actions of this portal">
      <Select
        label="Action"
        placeholder="Choose an action"
        options={(actions.data ?? []).map(({ id, title }) => ({
          id,
          label: title,
        }))}
        value={props.value ?? null}
        onChange={key => props.onChange(String(key))}
      />
    </LoadState>
  );
}

/** Which agent, action or entity it is that a stop is of. */
export function NamePicker(
  props: Picked & { names: NonNullable<StopChoice['names']> },
) {
  const { names, ...picked } = props;
  switch (names) {
    case 'agent':
      return <AgentPicker {...picked} />;
    case 'action':
      return <ActionPicker {...picked} />;
    default:
      return (
        <EntityPicker
          label="Entity"
          description="A system covers everything that is part of it."
          kinds={TARGET_KINDS}
          {...picked}
        />
      );
  }
}
