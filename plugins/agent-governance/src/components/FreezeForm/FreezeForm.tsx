import { FreezeScope } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  PlainText,
  useCreateFreeze,
  useFreezePreview,
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
import { messageOf, statusOf } from '../LoadState';
import { FreezePreviewPart } from './FreezePreviewPart';
import { RecurrenceFields } from './RecurrenceFields';
import { ScopeFields } from './ScopeFields';
import { Frequency } from './toRecurrence';
import { useFreezeDraft } from './useFreezeDraft';
import { useSettled } from './useSettled';
import { whatIsMissing } from './whatIsMissing';
import styles from './FreezeForm.module.css';

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
  const reasonId = useId();
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
    <Dialog isOpen onOpenChange={isOpen => !isOpen && onClose()} width={600}>
      <DialogHeader>Set a freeze</DialogHeader>
      <DialogBody>
        <div className={styles.fields}>
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
                onChange={value =>
                  change({ from: value as ZonedDateTime | null })
                }
              />
              <DatePicker
                label="To (UTC)"
                granularity="minute"
                hourCycle={24}
                value={draft.to}
                onChange={value =>
                  change({ to: value as ZonedDateTime | null })
                }
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
          {create.error && (
            <Alert
              role="alert"
              status="danger"
              icon
              title="The freeze was not set"
              description={<PlainText text={messageOf(create.error)} />}
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
          isPending={create.isPending}
          aria-describedby={reasonId}
          onPress={() => create.mutate(form.input, { onSuccess: onCreated })}
        >
          Set the freeze
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
