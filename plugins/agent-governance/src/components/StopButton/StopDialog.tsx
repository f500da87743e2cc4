import {
  usePullStop,
  useStopPreview,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Radio, RadioGroup, TextAreaField } from '@backstage/ui';
import { useState } from 'react';
import { FormDialog } from '../FormDialog';
import { NamePicker } from './NamePicker';
import { StopChoice } from './StopChoice';
import { StopEffects } from './StopEffects';

const MAX_REASON = 500;

/** What is to be stopped, what that does now, and why. What hinders it is said beside the button. */
export function StopDialog(props: {
  choices: StopChoice[];
  onClose(): void;
  onPulled(): void;
}) {
  const { choices, onClose, onPulled } = props;
  const [choice, setChoice] = useState(choices[0]);
  const [name, setName] = useState<string>();
  const [reason, setReason] = useState('');
  const scope =
    choice.names && name === undefined ? undefined : choice.scopeOf(name);
  const preview = useStopPreview(scope);
  const pull = usePullStop();
  const hindrance = hindranceOf({ choice, name, reason, preview });

  return (
    <FormDialog
      title={
        choices.length === 1 ? 'Stop this agent?' : 'What is to be stopped?'
      }
      width={560}
      missing={hindrance}
      submit="Stop now"
      destructive
      isPending={pull.isPending}
      error={pull.error}
      errorTitle="It was not stopped"
      onSubmit={() =>
        pull.mutate(
          { scope: scope!, reason: reason.trim() },
          { onSuccess: onPulled },
        )
      }
      onClose={onClose}
    >
      {choices.length > 1 && (
        <RadioGroup
          aria-label="What is to be stopped"
          value={choice.id}
          onChange={id => {
            const next = choices.find(one => one.id === id)!;
            setChoice(next);
            setName(next.names === choice.names ? name : undefined);
          }}
        >
          {choices.map(({ id, label }) => (
            <Radio key={id} value={id}>
              {label}
            </Radio>
          ))}
        </RadioGroup>
      )}
      {choice.names && (
        <NamePicker
          key={choice.names}
          names={choice.names}
          value={name}
          onChange={setName}
        />
      )}
      {scope && <StopEffects preview={preview} />}
      <TextAreaField
        label="Reason"
        description="Everybody who is stopped reads it."
        isRequired
        maxLength={MAX_REASON}
        value={reason}
        onChange={setReason}
      />
    </FormDialog>
  );
}

/** Nobody waits for what a stop would do before they may pull it; only for whether they may. */
function hindranceOf(options: {
  choice: StopChoice;
  name: string | undefined;
  reason: string;
  preview: ReturnType<typeof useStopPreview>;
}): string | undefined {
  const { choice, name, reason, preview } = options;
  if (choice.names && name === undefined) {
    return `Say which ${choice.names === 'target' ? 'entity' : choice.names}.`;
  }
  if (preview.data && !preview.data.allowed) {
    return preview.data.because;
  }
  return reason.trim() ? undefined : 'Say why.';
}
