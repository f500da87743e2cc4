import {
  useActions,
  useGrantDelegation,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { DatePicker, Select, TextField } from '@backstage/ui';
import { ZonedDateTime } from '@internationalized/date';
import { EntityPicker } from '../EntityPicker';
import { EnvironmentSelect } from '../EnvironmentSelect';
import { FormDialog } from '../FormDialog';
import { LoadFailure, statusOf } from '../LoadState';
import { actionChoices } from './actionChoices';
import { useDelegationDraft } from './useDelegationDraft';

const TARGET_KINDS = ['component', 'system', 'api', 'resource', 'domain'];

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

  return (
    <FormDialog
      title="Delegate to an agent"
      width={600}
      missing={missing}
      submit="Delegate"
      isPending={grant.isPending}
      error={grant.error}
      errorTitle={
        statusOf(grant.error) === 403
          ? 'You may not delegate'
          : 'It was not delegated'
      }
      onSubmit={() => grant.mutate(input, { onSuccess: onGranted })}
      onClose={onClose}
    >
      <p>
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
      <EntityPicker
        label="Only on"
        description="Empty means whatever you own."
        kinds={TARGET_KINDS}
        value={draft.target}
        onChange={target => change({ target })}
      />
      <EnvironmentSelect
        value={draft.environment}
        onChange={environment => change({ environment })}
      />
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
    </FormDialog>
  );
}
