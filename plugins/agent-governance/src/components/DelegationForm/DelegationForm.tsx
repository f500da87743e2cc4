import {
  PlainText,
  useActions,
  useEnvironments,
  useGrantDelegation,
} from '@agentgov/backstage-plugin-agent-governance-react';
import {
  Alert,
  Button,
  DatePicker,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Select,
  TextField,
} from '@backstage/ui';
import { ZonedDateTime } from '@internationalized/date';
import { useId } from 'react';
import { EntityPicker } from '../EntityPicker';
import { LoadFailure, messageOf, statusOf } from '../LoadState';
import { actionChoices } from './actionChoices';
import { DelegationDraft, useDelegationDraft } from './useDelegationDraft';
import styles from './DelegationForm.module.css';

const ALL = 'all';
const TARGET_KINDS = ['component', 'system', 'api', 'resource', 'domain'];

function WhereFields(props: {
  draft: DelegationDraft;
  onChange(change: Partial<DelegationDraft>): void;
}) {
  const { draft, onChange } = props;
  const environments = useEnvironments();
  return (
    <>
      <EntityPicker
        label="Only on"
        description="Empty means whatever you own."
        kinds={TARGET_KINDS}
        value={draft.target}
        onChange={target => onChange({ target })}
      />
      <Select
        label="Environment"
        options={[
          { id: ALL, label: 'All environments' },
          ...(environments.data ?? []).map(({ name }) => ({
            id: name,
            label: name,
          })),
        ]}
        value={draft.environment ?? ALL}
        onChange={key =>
          onChange({ environment: key === ALL ? undefined : String(key) })
        }
      />
    </>
  );
}

/** Lets an agent act on the person's behalf. What is lacking is said beside the button. */
export function DelegationForm(props: {
  /** Entity ref, where it is clear which. */
  agent?: string;
  onClose(): void;
  onGranted(): void;
}) {
  const { agent, onClose, onGranted } = props;
  const { draft, change, missing, input } = useDelegationDraft(agent);
  const actions = useActions();
  const grant = useGrantDelegation();
  const reasonId = useId();

  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && onClose()} width={600}>
      <DialogHeader>Delegate to an agent</DialogHeader>
      <DialogBody>
        <div className={styles.fields}>
          <p className={styles.words}>
            The agent acts as itself, under its own policy, and gets nothing of
            yours. What you may not change yourself, it may not change on your
            behalf. You cannot review what is done for you.
          </p>
          <EntityPicker
            label="Agent"
            kinds={['agent']}
            value={draft.agent}
            onChange={chosen => change({ agent: chosen })}
          />
          {actions.error && !actions.data ? (
            <LoadFailure
              error={actions.error}
              what="the actions"
              onRetry={() => actions.refetch()}
            />
          ) : (
            <Select
              label="Actions"
              selectionMode="multiple"
              placeholder="Choose at least one"
              options={actionChoices(actions.data ?? [])}
              value={draft.actions}
              onChange={keys => change({ actions: keys as string[] })}
            />
          )}
          <WhereFields draft={draft} onChange={change} />
          <DatePicker
            label="Until (UTC)"
            granularity="minute"
            hourCycle={24}
            value={draft.until}
            onChange={value => change({ until: value as ZonedDateTime | null })}
          />
          <TextField
            label="What for"
            description="The agent, its owner and administrators read it."
            isRequired
            maxLength={500}
            value={draft.reason}
            onChange={reason => change({ reason })}
          />
          {grant.error && (
            <Alert
              role="alert"
              status="danger"
              icon
              title={
                statusOf(grant.error) === 403
                  ? 'You may not delegate'
                  : 'It was not delegated'
              }
              description={<PlainText text={messageOf(grant.error)} />}
            />
          )}
        </div>
      </DialogBody>
      <DialogFooter>
        <span id={reasonId} className={styles.missing} role="status">
          {missing}
        </span>
        <Button variant="secondary" onPress={onClose}>
          Cancel
        </Button>
        <Button
          variant="primary"
          isDisabled={missing !== undefined}
          isPending={grant.isPending}
          aria-describedby={reasonId}
          onPress={() => grant.mutate(input, { onSuccess: onGranted })}
        >
          Delegate
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
