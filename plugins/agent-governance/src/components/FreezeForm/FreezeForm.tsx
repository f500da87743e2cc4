import { FreezeScope } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  PlainText,
  useCreateFreeze,
  useEnvironments,
  useMayFreeze,
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
import { ZonedDateTime, now } from '@internationalized/date';
import { useId, useState } from 'react';
import { EntityPicker } from '../EntityPicker';
import { messageOf } from '../LoadState';
import { whatIsMissing } from './whatIsMissing';
import styles from './FreezeForm.module.css';

const ALL = 'all';
const SCOPE_KINDS = ['component', 'system', 'api', 'resource', 'domain'];
const OWNER_KINDS = ['group', 'user'];

function thisMinute(): ZonedDateTime {
  return now('UTC').set({ second: 0, millisecond: 0 });
}

/** Sets a freeze. What hinders it is said beside the button. */
export function FreezeForm(props: {
  initialScope: FreezeScope;
  onClose(): void;
  onCreated(): void;
}) {
  const { initialScope, onClose, onCreated } = props;
  const [scope, setScope] = useState<FreezeScope>(initialScope);
  const [from, setFrom] = useState<ZonedDateTime | null>(thisMinute);
  const [to, setTo] = useState<ZonedDateTime | null>(() =>
    thisMinute().add({ hours: 4 }),
  );
  const [reason, setReason] = useState('');
  const [owner, setOwner] = useState<string>();
  const environments = useEnvironments();
  const permission = useMayFreeze(scope);
  const create = useCreateFreeze();
  const reasonId = useId();
  const missing = whatIsMissing({
    scope,
    from: from?.toDate().getTime(),
    to: to?.toDate().getTime(),
    reason,
    permission: permission.data,
    permissionError: permission.error,
  });

  const submit = () =>
    create.mutate(
      {
        scope,
        from: from!.toAbsoluteString(),
        to: to!.toAbsoluteString(),
        reason: reason.trim(),
        ...(owner && { owner }),
      },
      { onSuccess: onCreated },
    );

  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && onClose()} width={560}>
      <DialogHeader>Set a freeze</DialogHeader>
      <DialogBody>
        <div className={styles.fields}>
          <EntityPicker
            label="Entity"
            description="A system covers everything that is part of it. Empty means everything in the environment."
            kinds={SCOPE_KINDS}
            value={scope.entityRef}
            onChange={entityRef => setScope({ ...scope, entityRef })}
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
            value={scope.environments?.[0] ?? ALL}
            onChange={key =>
              setScope({
                ...scope,
                environments: key === ALL ? undefined : [String(key)],
              })
            }
          />
          <DatePicker
            label="From (UTC)"
            granularity="minute"
            hourCycle={24}
            value={from}
            onChange={value => setFrom(value as ZonedDateTime | null)}
          />
          <DatePicker
            label="To (UTC)"
            granularity="minute"
            hourCycle={24}
            value={to}
            onChange={value => setTo(value as ZonedDateTime | null)}
          />
          <TextField
            label="Reason"
            description="Refused agents and their owners read it."
            isRequired
            maxLength={500}
            value={reason}
            onChange={setReason}
          />
          <EntityPicker
            label="Owner"
            description="Who answers for it. Empty means you."
            kinds={OWNER_KINDS}
            value={owner}
            onChange={setOwner}
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
          onPress={submit}
        >
          Set the freeze
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
