import { ActionDescription } from '@agentgov/backstage-plugin-agent-governance-common';
import { useEnvironments } from '@agentgov/backstage-plugin-agent-governance-react';
import { Combobox, Select } from '@backstage/ui';
import { EntityPicker } from '../../EntityPicker';
import { SimulatorForm } from '../SimulatorForm';
import styles from '../SimulatorPage.module.css';

const AGENT_KINDS = ['agent'];
const PEOPLE = ['user'];
const TARGET_KINDS = ['component', 'system', 'api', 'resource', 'domain'];

const QUOTES = {
  asked: 'If the action asks for it',
  yes: 'Yes',
  no: 'No',
};

/** Who asks for what, where. */
export function SubjectFields(props: {
  form: SimulatorForm;
  actions: ActionDescription[];
  onChange(change: Partial<SimulatorForm>): void;
}) {
  const { form, actions, onChange } = props;
  const environments = useEnvironments();
  const action = actions.find(({ id }) => id === form.action);
  const kinds = action?.targetKinds.includes('*')
    ? TARGET_KINDS
    : action?.targetKinds ?? TARGET_KINDS;
  const names = (environments.data ?? []).map(({ name }) => name);
  return (
    <div className={styles.fields}>
      <EntityPicker
        label="Agent"
        kinds={AGENT_KINDS}
        value={form.agent}
        onChange={agent => onChange({ agent })}
      />
      <Combobox
        label="Action"
        placeholder="Type a name"
        options={withChosen(
          actions.map(({ id, title }) => ({
            id,
            label: `${title} (${id})`,
          })),
          form.action,
        )}
        value={form.action ?? null}
        onChange={chosen =>
          onChange({ action: chosen ? String(chosen) : undefined })
        }
      />
      {action?.derivesTarget ? (
        <p className={styles.note}>
          Target and environment of this action follow from its input.
        </p>
      ) : (
        <>
          <EntityPicker
            label="Target"
            kinds={kinds}
            value={form.target}
            onChange={target => onChange({ target })}
          />
          <Select
            label="Environment"
            placeholder="Choose one"
            options={withChosen(
              names.map(name => ({ id: name, label: name })),
              form.environment,
            )}
            value={form.environment ?? null}
            onChange={key => onChange({ environment: String(key) })}
          />
        </>
      )}
      <EntityPicker
        label="On behalf of"
        description="A person, as the agent would say. Empty is nobody."
        kinds={PEOPLE}
        value={form.onBehalfOf}
        onChange={onBehalfOf => onChange({ onBehalfOf })}
      />
      <Select
        label="Quotes the target’s context as it is now"
        options={Object.entries(QUOTES).map(([id, label]) => ({ id, label }))}
        value={form.quotes ?? 'asked'}
        onChange={key =>
          onChange({
            quotes: key === 'yes' || key === 'no' ? key : undefined,
          })
        }
      />
    </div>
  );
}

/** What a link says stays choosable when it is not known here. */
function withChosen<T extends { id: string; label: string }>(
  options: T[],
  chosen: string | undefined,
): Array<T | { id: string; label: string }> {
  return chosen === undefined || options.some(({ id }) => id === chosen)
    ? options
    : [...options, { id: chosen, label: chosen }];
}
