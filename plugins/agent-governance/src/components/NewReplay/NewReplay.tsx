import { PolicyDraftChange } from '@agentgov/backstage-plugin-agent-governance-common';
import { useStartReplay } from '@agentgov/backstage-plugin-agent-governance-react';
import { Alert, Button, TextField } from '@backstage/ui';
import { useId } from 'react';
import { ReplayStart } from '../../replays';
import { EmptyState } from '../EmptyState';
import { List } from '../List';
import { Section } from '../Section';
import { ChangeItem } from './ChangeItem';
import { ScopeFields } from './ScopeFields';
import { problemsOf, StartFailure } from './StartFailure';
import { FormChange, useReplayForm } from './useReplayForm';
import styles from './NewReplay.module.css';

const ADDITIONS: Array<{ label: string; change: PolicyDraftChange }> = [
  { label: 'Add a text', change: { kind: 'text', text: '' } },
  { label: 'Turn a policy off', change: { kind: 'off', policyRef: '' } },
  {
    label: 'Change the mode of a policy',
    change: { kind: 'mode', policyRef: '', mode: 'enforce' },
  },
];

/** As the portal names the file of a change in what it finds wrong. */
function fileOf({ change }: FormChange, index: number, count: number) {
  const { file } = change as { file?: string };
  return file ?? (count > 1 ? `change ${index + 1}` : undefined);
}

/** What is to be tried, on which decisions. Nothing starts before a person presses the button. */
export function NewReplay(props: {
  start: ReplayStart;
  /** Whether the address held a draft that could not be read. */
  isUnreadable?: boolean;
  onStarted(id: string): void;
  onCancel(): void;
}) {
  const { start, isUnreadable, onStarted, onCancel } = props;
  const { form, change, changeOne, add, remove, missing, toInput } =
    useReplayForm(start);
  const starting = useStartReplay();
  const missingId = useId();
  const found = problemsOf(starting.error);
  const { changes } = form;

  return (
    <form
      className={styles.form}
      aria-label="New replay"
      onSubmit={event => event.preventDefault()}
    >
      {isUnreadable && (
        <Alert
          role="alert"
          status="warning"
          icon
          title="The link cannot be read"
          description="It holds something else than a draft and where to try it, so nothing of it was taken."
        />
      )}
      <Section title="What is tried">
        {changes.length === 0 && (
          <EmptyState
            title="Nothing yet."
            description="Try the text of a policy that is new or changed, a policy that is off, or one in another mode. It is tried as if it were merged, and decides nothing."
          />
        )}
        <List gap="wide">
          {changes.map((one, index) => (
            <ChangeItem
              key={one.id}
              one={one}
              place={index + 1}
              problems={found.filter(
                ({ file }) => file === fileOf(one, index, changes.length),
              )}
              onChange={part => changeOne(one.id, part)}
              onRemove={() => remove(one.id)}
            />
          ))}
        </List>
        <div className={`${styles.line} ${styles.additions}`}>
          {ADDITIONS.map(({ label, change: added }) => (
            <Button
              key={label}
              size="small"
              variant="secondary"
              onPress={() => add(added)}
            >
              {label}
            </Button>
          ))}
        </div>
      </Section>
      <Section title="On which decisions">
        <ScopeFields form={form} onChange={change} />
      </Section>
      <TextField
        label="Title"
        description="Empty means one is made from what is tried."
        maxLength={200}
        value={form.title}
        onChange={title => change({ title })}
      />
      {starting.error && <StartFailure error={starting.error} />}
      <div className={styles.line}>
        <Button
          variant="primary"
          isDisabled={missing !== undefined}
          isPending={starting.isPending}
          aria-describedby={missingId}
          onPress={() =>
            starting.mutate(toInput(), { onSuccess: ({ id }) => onStarted(id) })
          }
        >
          Start the replay
        </Button>
        <Button variant="secondary" onPress={onCancel}>
          Cancel
        </Button>
        <span id={missingId} className={styles.missing} role="status">
          {missing}
        </span>
      </div>
    </form>
  );
}
