import {
  useActions,
  useAgents,
  useEnvironments,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { DatePicker, Select } from '@backstage/ui';
import { ZonedDateTime } from '@internationalized/date';
import { actionChoices } from '../DelegationForm';
import { EntitiesPicker } from '../EntitiesPicker';
import { Range, ReplayForm } from './useReplayForm';
import styles from './NewReplay.module.css';

const RANGES: Record<Range, string> = {
  day: 'The last 24 hours',
  week: 'The last 7 days',
  month: 'The last 30 days',
  times: 'From one time to another',
};
const TARGET_KINDS = ['component', 'system', 'api', 'resource', 'domain'];

interface Choice {
  id: string;
  label: string;
}

/** What a link named stays chosen, also where the portal lists no such thing. */
function withChosen(choices: Choice[], chosen: string[]): Choice[] {
  const known = new Set(choices.map(({ id }) => id));
  return [
    ...choices,
    ...chosen.filter(id => !known.has(id)).map(id => ({ id, label: id })),
  ];
}

function Several(props: {
  label: string;
  all: string;
  choices: Choice[];
  value: string[];
  onChange(value: string[]): void;
}) {
  const { label, all, choices, value, onChange } = props;
  return (
    <Select
      label={label}
      selectionMode="multiple"
      placeholder={all}
      options={withChosen(choices, value)}
      value={value}
      onChange={keys => onChange(keys as string[])}
    />
  );
}

/** Which recorded decisions are made again: when they were made, and about what. */
export function ScopeFields(props: {
  form: ReplayForm;
  onChange(change: Partial<ReplayForm>): void;
}) {
  const { form, onChange } = props;
  const { range, from, to, where } = form;
  const agents = useAgents();
  const actions = useActions();
  const environments = useEnvironments();
  const narrow = (part: Partial<ReplayForm['where']>) =>
    onChange({ where: { ...where, ...part } });
  return (
    <div className={styles.scope}>
      <Select
        label="Decided"
        options={Object.entries(RANGES).map(([id, label]) => ({ id, label }))}
        value={range}
        onChange={key => onChange({ range: key as Range })}
      />
      {range === 'times' && (
        <>
          <DatePicker
            label="From (UTC)"
            granularity="minute"
            hourCycle={24}
            value={from}
            onChange={value =>
              onChange({ from: value as ZonedDateTime | null })
            }
          />
          <DatePicker
            label="To (UTC)"
            granularity="minute"
            hourCycle={24}
            value={to}
            onChange={value => onChange({ to: value as ZonedDateTime | null })}
          />
        </>
      )}
      <Several
        label="Agents"
        all="All"
        choices={(agents.data ?? []).map(({ ref, title }) => ({
          id: ref,
          label: title,
        }))}
        value={where.agents}
        onChange={chosen => narrow({ agents: chosen })}
      />
      <Several
        label="Actions"
        all="All"
        choices={actionChoices(actions.data ?? [])}
        value={where.actions}
        onChange={chosen => narrow({ actions: chosen })}
      />
      <Several
        label="Environments"
        all="All"
        choices={(environments.data ?? []).map(({ name }) => ({
          id: name,
          label: name,
        }))}
        value={where.environments}
        onChange={chosen => narrow({ environments: chosen })}
      />
      <EntitiesPicker
        label="Targets"
        description="Empty means all."
        kinds={TARGET_KINDS}
        value={where.targets}
        onChange={targets => narrow({ targets })}
      />
    </div>
  );
}
