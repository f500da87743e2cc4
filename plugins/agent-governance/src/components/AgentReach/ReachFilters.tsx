import {
  ActionDescription,
  Environment,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { Button, Select } from '@backstage/ui';
import { EntityPicker } from '../EntityPicker';
import { OneOf } from '../OneOf';
import { ReachChoice } from './useReachAddress';
import styles from './AgentReach.module.css';

/** Kinds an agent can act on, as they are called. */
const KINDS = [
  { id: 'component', label: 'Components' },
  { id: 'system', label: 'Systems' },
  { id: 'api', label: 'APIs' },
  { id: 'resource', label: 'Resources' },
  { id: 'domain', label: 'Domains' },
];

/** What of an agent's reach to look at. */
export function ReachFilters(props: {
  choice: ReachChoice;
  environment: string;
  environments: Environment[];
  actions: ActionDescription[];
  onChange(change: Partial<ReachChoice>): void;
}) {
  const { choice, environment, environments, actions, onChange } = props;
  return (
    <form
      className={styles.filters}
      aria-label="Filters"
      onSubmit={event => event.preventDefault()}
    >
      <Select
        label="Environment"
        options={environments.map(({ name }) => ({ id: name, label: name }))}
        value={environment}
        onChange={key => onChange({ environment: String(key) })}
      />
      <Select
        label="Targets"
        options={KINDS}
        value={choice.kind}
        onChange={key =>
          onChange({ kind: String(key), target: undefined, action: undefined })
        }
      />
      <EntityPicker
        label="Owned by"
        kinds={['group', 'user']}
        value={choice.owner}
        onChange={owner => onChange({ owner, target: undefined })}
      />
      <EntityPicker
        label="Target"
        kinds={[choice.kind]}
        value={choice.target}
        onChange={target => onChange({ target })}
      />
      <OneOf
        label="Action"
        choices={actions.map(({ id, title }) => ({ id, label: title }))}
        value={choice.action}
        onChange={action => onChange({ action })}
      />
      <Button
        className={styles.clear}
        variant="tertiary"
        onPress={() =>
          onChange({ owner: undefined, target: undefined, action: undefined })
        }
      >
        Clear
      </Button>
    </form>
  );
}
