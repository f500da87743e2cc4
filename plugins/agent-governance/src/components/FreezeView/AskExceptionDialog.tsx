import {
  Freeze,
  FreezeExceptionScope,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  PlainText,
  useAskFreezeException,
  useEnvironments,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { DatePicker, Select, TextField } from '@backstage/ui';
import { ZonedDateTime, now } from '@internationalized/date';
import { useState } from 'react';
import { EntityPicker } from '../EntityPicker';
import { FormDialog } from '../FormDialog';
import { splitList } from './splitList';

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
  const patterns = splitList(actions);
  const scope: FreezeExceptionScope = {
    ...(entityRef && { entityRef }),
    ...(agentRef && { agentRef }),
    ...(patterns.length > 0 && { actions: patterns }),
    ...(chosen.length > 0 && { environments: chosen }),
  };
  const missing = whatIsMissing({ scope, from, to, reason });

  return (
    <FormDialog
      title="Ask for an exception"
      width={560}
      missing={missing}
      submit="Ask for it"
      isPending={ask.isPending}
      error={ask.error}
      errorTitle="It was not asked for"
      onSubmit={() =>
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
      onClose={onClose}
    >
      <p>
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
    </FormDialog>
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
