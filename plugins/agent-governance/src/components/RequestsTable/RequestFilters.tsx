import {
  ACTION_REQUEST_STATES,
  ActionRequestState,
  Verdict,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  stateWord,
  useActions,
  useAgents,
  useEnvironments,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Button, Select } from '@backstage/ui';
import { EntityPicker } from '../EntityPicker';
import { VERDICT_WORDS } from '../../verdictWords';
import { OneOf } from '../OneOf';
import { RequestFilter, VERDICTS } from './useRequestFilter';
import styles from './RequestsTable.module.css';

const TARGET_KINDS = ['component', 'system', 'api', 'resource', 'domain'];

/** What to look for among all requests. */
export function RequestFilters(props: {
  filter: RequestFilter;
  /** Then there is no choice of another. */
  isOfOneAgent?: boolean;
  onChange(change: Partial<RequestFilter>): void;
}) {
  const { filter, isOfOneAgent, onChange } = props;
  const agents = useAgents();
  const actions = useActions();
  const environments = useEnvironments();
  return (
    <form
      className={styles.filters}
      aria-label="Filters"
      onSubmit={event => event.preventDefault()}
    >
      <EntityPicker
        label="Target"
        kinds={TARGET_KINDS}
        value={filter.target}
        onChange={target => onChange({ target })}
      />
      {!isOfOneAgent && (
        <OneOf
          label="Agent"
          choices={(agents.data ?? []).map(agent => ({
            id: agent.ref,
            label: agent.title,
          }))}
          value={filter.agent}
          onChange={agent => onChange({ agent })}
        />
      )}
      <OneOf
        label="Action"
        choices={(actions.data ?? []).map(({ id, title }) => ({
          id,
          label: title,
        }))}
        value={filter.action}
        onChange={action => onChange({ action })}
      />
      <OneOf
        label="Environment"
        choices={(environments.data ?? []).map(({ name }) => ({
          id: name,
          label: name,
        }))}
        value={filter.environment}
        onChange={environment => onChange({ environment })}
      />
      <Select
        label="State"
        selectionMode="multiple"
        placeholder="Any"
        options={ACTION_REQUEST_STATES.map(state => ({
          id: state,
          label: stateWord(state),
        }))}
        value={filter.state}
        onChange={keys => onChange({ state: keys as ActionRequestState[] })}
      />
      <Select
        label="Verdict"
        selectionMode="multiple"
        placeholder="Any"
        options={VERDICTS.map(verdict => ({
          id: verdict,
          label: VERDICT_WORDS[verdict],
        }))}
        value={filter.verdict}
        onChange={keys => onChange({ verdict: keys as Verdict[] })}
      />
      <Button
        className={styles.clear}
        variant="tertiary"
        onPress={() =>
          onChange({
            target: undefined,
            agent: undefined,
            action: undefined,
            environment: undefined,
            state: [],
            verdict: [],
          })
        }
      >
        Clear
      </Button>
    </form>
  );
}
