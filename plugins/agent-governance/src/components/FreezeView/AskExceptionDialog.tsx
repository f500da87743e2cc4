import {
  Freeze,
  FreezeExceptionScope,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  PlainText,
  useAskFreezeException,
  useEnvironments,
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
import { splitList } from './splitList';
import styles from './FreezeView.module.css';

function thisMinute(): ZonedDateTime {
  return now('UTC').set({ second: 0, millisecond: 0 });
}

/** Asks for an exception from a freeze; nothing is excepted before others approve. */
export function AskExceptionDialog(props: {
  freeze: Freeze;
  onClose(): void;
  onAsked(): void;
}) {
  const { freeze, onClose, onAsked } = props;
  const [entityRef, setEntityRef] = useState<string>();
  const [agentRef, setAgentRef] = useState<string>();
  const [actions, setActions] = useState('');
  const [chosen, setChosen] = useState<string[]>([]);
  const [from, setFrom] = useState<ZonedDateTime | null>(thisMinute);
  const [to, setTo] = useState<ZonedDateTime | null>(() =>
    thisMinute().add({ hours: 2 }),
  );
  const [reason, setReason] = useState('');
  const environments = useEnvironments();
  const ask = useAskFreezeException(freeze.id);
  const reasonId = useId();
  const patterns = splitList(actions);
  const scope: FreezeExceptionScope = {
    ...(entityRef && { entityRef }),
    ...(agentRef && { agentRef }),
    ...(patterns.length > 0 && { actions: patterns }),
    ...(chosen.length > 0 && { environments: chosen }),
  };
  const missing = whatIsMissing({ scope, from, to, reason });

  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && onClose()} width={560}>
      <DialogHeader>Ask for an exception</DialogHeader>
      <DialogBody>
        <div className={styles.fields}>
          <p className={styles.state}>
            What every field says is taken out of{' '}
            <strong>
              <PlainText text={freeze.reason} />
            </strong>
            . Somebody else with standing over the freeze must approve it.
          </p>
          <EntityPicker
            label="Entity"
            description="With everything that is part of it. It must be covered by the freeze."
            kinds={['component', 'system', 'api', 'resource', 'domain']}
            value={entityRef}
            onChange={setEntityRef}
          />
          <EntityPicker
            label="Agent"
            description="Only this one. Empty means all agents."
            kinds={['agent']}
            value={agentRef}
            onChange={setAgentRef}
          />
          <TextField
            label="Actions"
            description="Such as deployments:rollback, tickets:*. Empty means all."
            value={actions}
            onChange={setActions}
          />
          <Select
            label="Environments"
            selectionMode="multiple"
            placeholder="All that the freeze covers"
            options={(environments.data ?? [])
              .filter(
                ({ name }) => freeze.scope.environments?.includes(name) ?? true,
              )
              .map(({ name }) => ({ id: name, label: name }))}
            value={chosen}
            onChange={keys => setChosen(keys as string[])}
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
            description="Who decides about it reads it."
            isRequired
            maxLength={500}
            value={reason}
            onChange={setReason}
          />
          {ask.error && (
            <Alert
              role="alert"
              status="danger"
              icon
              title="It was not asked for"
              description={<PlainText text={messageOf(ask.error)} />}
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
          isPending={ask.isPending}
          aria-describedby={reasonId}
          onPress={() =>
            ask.mutate(
              {
                scope,
                from: from!.toAbsoluteString(),
                to: to!.toAbsoluteString(),
                reason: reason.trim(),
              },
              { onSuccess: onAsked },
            )
          }
        >
          Ask for it
        </Button>
      </DialogFooter>
    </Dialog>
  );
}

function whatIsMissing(form: {
  scope: FreezeExceptionScope;
  from: ZonedDateTime | null;
  to: ZonedDateTime | null;
  reason: string;
}): string | undefined {
  if (Object.keys(form.scope).length === 0) {
    return 'Say what is to be excepted.';
  }
  if (!form.from || !form.to) {
    return 'Say from when to when.';
  }
  if (form.to.compare(form.from) <= 0) {
    return 'It must end after it begins.';
  }
  return form.reason.trim() === '' ? 'Give a reason.' : undefined;
}
