import {
  AGENT_POLICY_LEVELS,
  PolicyState,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { policyStateWord } from '@agentgov/backstage-plugin-agent-governance-react';
import { Button, SearchField, Select, Switch } from '@backstage/ui';
import { EntityPicker } from '../EntityPicker';
import { levelWord } from './levelWord';
import { POLICY_STATES, PolicyFilter } from './usePolicyFilter';
import styles from './PoliciesPage.module.css';

const ANY = 'any';

/** What to look for among all policies. */
export function PolicyFilters(props: {
  filter: PolicyFilter;
  onChange(change: Partial<PolicyFilter>): void;
}) {
  const { filter, onChange } = props;
  return (
    <form
      className={styles.filters}
      aria-label="Filters"
      onSubmit={event => event.preventDefault()}
    >
      <SearchField
        label="Name"
        value={filter.text ?? ''}
        onChange={text => onChange({ text: text || undefined })}
      />
      <Select
        label="State"
        selectionMode="multiple"
        placeholder="Any"
        options={POLICY_STATES.map(state => ({
          id: state,
          label: policyStateWord(state),
        }))}
        value={filter.state}
        onChange={keys => onChange({ state: keys as PolicyState[] })}
      />
      <Select
        label="Level"
        options={[
          { id: ANY, label: 'Any' },
          ...AGENT_POLICY_LEVELS.map(level => ({
            id: level,
            label: levelWord(level),
          })),
        ]}
        value={filter.level ?? ANY}
        onChange={key =>
          onChange({
            level: AGENT_POLICY_LEVELS.find(level => level === key),
          })
        }
      />
      <EntityPicker
        label="Owner"
        kinds={['group', 'user']}
        value={filter.owner}
        onChange={owner => onChange({ owner })}
      />
      <Switch
        label="A change waits for people"
        isSelected={filter.pending === true}
        onChange={isOn => onChange({ pending: isOn || undefined })}
      />
      <Button
        className={styles.clear}
        variant="tertiary"
        onPress={() =>
          onChange({
            level: undefined,
            owner: undefined,
            pending: undefined,
            state: [],
            text: undefined,
          })
        }
      >
        Clear
      </Button>
    </form>
  );
}
