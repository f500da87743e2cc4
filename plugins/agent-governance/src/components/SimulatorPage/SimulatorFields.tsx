import { ActionDescription } from '@agentgov/backstage-plugin-agent-governance-common';
import { Fold } from '@agentgov/backstage-plugin-agent-governance-react';
import { Alert, Button } from '@backstage/ui';
import { useEffect, useId, useState } from 'react';
import { Section } from '../Section';
import { CopyLink } from './CopyLink';
import { exampleInput } from './exampleInput';
import { ClockFields } from './fields/ClockFields';
import { DraftFields } from './fields/DraftFields';
import { FactFields } from './fields/FactFields';
import { InputField } from './fields/InputField';
import { SubjectFields } from './fields/SubjectFields';
import { SimulatorForm } from './SimulatorForm';
import { toInput } from './toInput';
import styles from './SimulatorPage.module.css';

/** What is to be simulated. What it still takes is said beside the button. */
export function SimulatorFields(props: {
  /** What the address says. */
  asked: SimulatorForm;
  actions: ActionDescription[];
  isPending: boolean;
  onAsk(form: SimulatorForm): Promise<void>;
}) {
  const { asked, actions, isPending, onAsk } = props;
  const [form, setForm] = useState(asked);
  const missingId = useId();
  useEffect(() => setForm(asked), [asked]);
  const change = (changed: Partial<SimulatorForm>) =>
    setForm(before => ({ ...before, ...changed }));

  const action = actions.find(({ id }) => id === form.action);
  const outcome = toInput(form, action);
  const missing = 'missing' in outcome ? outcome.missing : undefined;
  const isChanged = JSON.stringify(form) !== JSON.stringify(asked);
  const isRecorded = form.decision !== undefined;
  return (
    <form
      className={styles.form}
      aria-label="What to simulate"
      onSubmit={event => event.preventDefault()}
    >
      <Section title="Who asks for what">
        <div className={styles.fields}>
          {isRecorded ? (
            <RecordedDecision onLeave={() => change({ decision: undefined })} />
          ) : (
            <SubjectFields
              form={form}
              actions={actions}
              onChange={changed => change(withExample(form, changed, actions))}
            />
          )}
          <InputField
            value={form.input}
            action={action}
            isRecorded={isRecorded}
            onChange={input => change({ input })}
          />
        </div>
      </Section>
      <Section title="What is otherwise">
        <div className={styles.fields}>
          <Fold
            summary={form.at || form.zone ? 'At another time' : 'Now'}
            defaultOpen={Boolean(asked.at || asked.zone)}
          >
            <ClockFields form={form} onChange={change} />
          </Fold>
          <Fold
            summary={`Facts overridden: ${form.facts.length}`}
            defaultOpen={asked.facts.length > 0}
          >
            <FactFields
              facts={form.facts}
              onChange={facts => change({ facts })}
            />
          </Fold>
          <Fold
            summary={
              form.text === '' && form.changes.length === 0
                ? 'The policies in force'
                : 'Compared with a draft'
            }
            defaultOpen={asked.text !== '' || asked.changes.length > 0}
          >
            <DraftFields form={form} onChange={change} />
          </Fold>
        </div>
      </Section>
      <div className={styles.line}>
        <Button
          variant="primary"
          isDisabled={missing !== undefined}
          isPending={isPending}
          aria-describedby={missingId}
          onPress={() => onAsk(withInput(form))}
        >
          Simulate
        </Button>
        <CopyLink form={withInput(form)} isDisabled={missing !== undefined} />
        <span id={missingId} role="status" className={styles.note}>
          {missing ??
            (isChanged
              ? 'Changed since: simulate to see what comes of it'
              : '')}
        </span>
      </div>
    </form>
  );
}

function RecordedDecision(props: { onLeave(): void }) {
  return (
    <Alert
      status="info"
      icon
      title="Starts from a recorded decision"
      description="On the facts of then, and the policies of now."
      customActions={
        <Button size="small" variant="secondary" onPress={props.onLeave}>
          Gather facts anew
        </Button>
      }
    />
  );
}

/** Another action takes another input; one that somebody wrote stays. */
function withExample(
  before: SimulatorForm,
  changed: Partial<SimulatorForm>,
  actions: ActionDescription[],
): Partial<SimulatorForm> {
  const exampleOf = (id: string | undefined) => {
    const action = actions.find(one => one.id === id);
    return action ? exampleInput(action.inputSchema) : '';
  };
  const isTheirs =
    before.input.trim() !== '' && before.input !== exampleOf(before.action);
  return 'action' in changed && !isTheirs
    ? { ...changed, input: exampleOf(changed.action) }
    : changed;
}

/** What asks something says so; without a decision there always is an input. */
function withInput(form: SimulatorForm): SimulatorForm {
  return form.decision === undefined && form.input.trim() === ''
    ? { ...form, input: '{}' }
    : form;
}
