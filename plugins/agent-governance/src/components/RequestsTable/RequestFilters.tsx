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
import { RequestFilter, VERDICTS } from './useRequestFilter';
import styles from './RequestsTable.module.css';

const ANY = 'any';
const VERDICT_WORDS: Record<Verdict, string> = {
  allow: 'Allowed',
  hold: 'Held',
  deny: 'Refused',
};
const TARGET_KINDS = ['component', 'system', 'api', 'resource', 'domain'];

interface Choice {
  id: string;
  label: string;
}

/** One of the known values or any; a value from a link stays choosable when it is not known. */
function OneOf(props: {
  label: string;
  choices: Choice[];
  value: string | undefined;
  onChange(value: string | undefined): void;
}) {
  const { label, choices, value, onChange } = props;
  const isKnown = !value || choices.some(choice => choice.id === value);
  const options = [
    { id: ANY, label: 'Any' },
    ...choices,
    ...(isKnown ? [] : [{ id: value, label: value }]),
  ];
  return (
    <Select
      label={label}
      options={options}
      value={value ?? ANY}
      onChange={key => onChange(key === ANY ? undefined : String(key))}
    />
  );
}

/** What to look for among all requests. */
export function RequestFilters(props: {
  filter: RequestFilter;
  onChange(change: Partial<RequestFilter>): void;
}) {
  const { filter, onChange } = props;
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
      <OneOf
        label="Agent"
        choices={(agents.data ?? []).map(agent => ({
          id: agent.ref,
          label: agent.title,
        }))}
        value={filter.agent}
        onChange={agent => onChange({ agent })}
      />
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
