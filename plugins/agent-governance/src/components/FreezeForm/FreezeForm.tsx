import { FreezeScope } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  useCreateFreeze,
  useFreezePreview,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { DatePicker, Select, TextField } from '@backstage/ui';
import { ZonedDateTime } from '@internationalized/date';
import { EntityPicker } from '../EntityPicker';
import { FormDialog } from '../FormDialog';
import { messageOf, statusOf } from '../LoadState';
import { FreezePreviewPart } from './FreezePreviewPart';
import { RecurrenceFields } from './RecurrenceFields';
import { ScopeFields } from './ScopeFields';
import { Frequency } from './toRecurrence';
import { useFreezeDraft } from './useFreezeDraft';
import { useSettled } from './useSettled';
import { whatIsMissing } from './whatIsMissing';

const OWNER_KINDS = ['group', 'user'];
const FREQUENCIES: Record<Frequency, string> = {
  once: 'Once',
  daily: 'Every day',
  weekly: 'Every week',
  monthly: 'Every month, on the same day',
  yearly: 'Every year, on the same day',
  rule: 'As a rule says',
};

/** Sets a freeze, once or again and again. What hinders it is said beside the button. */
export function FreezeForm(props: {
  initialScope: FreezeScope;
  onClose(): void;
  onCreated(): void;
}) {
  const { initialScope, onClose, onCreated } = props;
  const form = useFreezeDraft(initialScope);
  const { draft, change, recurs } = form;
  const lookedAt = useSettled(form.preview);
  const preview = useFreezePreview(lookedAt);
  const create = useCreateFreeze();
  // an answer to what the form said a moment ago is none
  const isCurrent = lookedAt === form.preview;
  const isRefused = statusOf(preview.error) === 400;
  const missing = whatIsMissing({
    ...form,
    from: draft.from?.toDate().getTime(),
    to: draft.to?.toDate().getTime(),
    reason: draft.reason,
    permission: isCurrent ? preview.data?.permission : undefined,
    permissionError: isCurrent && !isRefused ? preview.error : null,
    refusal: isCurrent && isRefused ? messageOf(preview.error!) : undefined,
  });

  return (
    <FormDialog
      title="Set a freeze"
      width={600}
      missing={missing}
      submit="Set the freeze"
      isPending={create.isPending}
      error={create.error}
      errorTitle="The freeze was not set"
      onSubmit={() => create.mutate(form.input, { onSuccess: onCreated })}
      onClose={onClose}
    >
      <ScopeFields draft={draft} onChange={change} />
      <Select
        label="How often"
        options={Object.entries(FREQUENCIES).map(([id, label]) => ({
          id,
          label,
        }))}
        value={draft.frequency}
        onChange={key => change({ frequency: key as Frequency })}
      />
      {recurs ? (
        <RecurrenceFields draft={draft} onChange={change} />
      ) : (
        <>
          <DatePicker
            label="From (UTC)"
            granularity="minute"
            hourCycle={24}
            value={draft.from}
            onChange={value => change({ from: value as ZonedDateTime | null })}
          />
          <DatePicker
            label="To (UTC)"
            granularity="minute"
            hourCycle={24}
            value={draft.to}
            onChange={value => change({ to: value as ZonedDateTime | null })}
          />
        </>
      )}
      <TextField
        label="Reason"
        description="Refused agents and their owners read it."
        isRequired
        maxLength={500}
        value={draft.reason}
        onChange={reason => change({ reason })}
      />
      <EntityPicker
        label="Owner"
        description="Who answers for it. Empty means you."
        kinds={OWNER_KINDS}
        value={draft.owner}
        onChange={owner => change({ owner })}
      />
      <FreezePreviewPart
        preview={isCurrent ? preview.data : undefined}
        zone={recurs ? draft.zone : 'UTC'}
      />
    </FormDialog>
  );
}
