import { PolicyDraftChange } from '@agentgov/backstage-plugin-agent-governance-common';
import type { PolicyProblem } from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { Button, Select } from '@backstage/ui';
import { useId } from 'react';
import { EntityPicker } from '../EntityPicker';
import { PolicyEditor } from '../PolicyEditor';
import { FormChange } from './useReplayForm';
import styles from './NewReplay.module.css';

type Of<Kind> = Extract<PolicyDraftChange, { kind: Kind }>;

const MODES = [
  { id: 'enforce', label: 'Enforced' },
  { id: 'shadow', label: 'In shadow' },
];

function PolicyField(props: {
  value: string;
  onChange(policyRef: string): void;
}) {
  return (
    <EntityPicker
      label="Policy"
      kinds={['agentpolicy']}
      value={props.value || undefined}
      onChange={ref => props.onChange(ref ?? '')}
    />
  );
}

function FileField(props: { onRead(file: string, text: string): void }) {
  const id = useId();
  return (
    <p className={styles.line}>
      <label htmlFor={id}>Take it from a file</label>
      <input
        id={id}
        type="file"
        accept=".yaml,.yml,application/yaml,text/yaml"
        onChange={async event => {
          const [chosen] = event.target.files ?? [];
          if (chosen) {
            props.onRead(chosen.name, await chosen.text());
          }
        }}
      />
    </p>
  );
}

function TextFields(props: {
  label: string;
  change: Of<'text'>;
  problems: PolicyProblem[];
  onChange(part: Partial<FormChange>): void;
}) {
  const { label, change, problems, onChange } = props;
  return (
    <>
      <FileField
        onRead={(file, text) =>
          onChange({ change: { kind: 'text', file, text } })
        }
      />
      <PolicyEditor
        label={change.file ? `${label} (${change.file})` : label}
        mode="file"
        value={change.text}
        onChange={text => onChange({ change: { ...change, text } })}
        problems={problems}
        onChecked={({ text, isRight }) =>
          onChange({ wrongText: isRight ? undefined : text })
        }
      />
    </>
  );
}

/** One change of a draft: a text, a policy that is off, or a policy in another mode. */
export function ChangeItem(props: {
  one: FormChange;
  /** From 1. */
  place: number;
  /** What the portal found wrong in its text. */
  problems: PolicyProblem[];
  onChange(part: Partial<FormChange>): void;
  onRemove(): void;
}) {
  const { one, place, problems, onChange, onRemove } = props;
  const { change } = one;
  return (
    <li>
      <fieldset className={styles.change}>
        <legend className={styles.legend}>Change {place}</legend>
        {change.kind === 'text' && (
          <TextFields
            label="This text decides"
            change={change}
            problems={problems}
            onChange={onChange}
          />
        )}
        {change.kind !== 'text' && (
          <PolicyField
            value={change.policyRef}
            onChange={policyRef =>
              onChange({ change: { ...change, policyRef } })
            }
          />
        )}
        {change.kind === 'off' && (
          <p className={styles.words}>
            It is off: what it allows, forbids and holds ends.
          </p>
        )}
        {change.kind === 'mode' && (
          <Select
            label="It is"
            options={MODES}
            value={change.mode}
            onChange={key =>
              onChange({
                change: { ...change, mode: key as Of<'mode'>['mode'] },
              })
            }
          />
        )}
        <p className={styles.line}>
          <Button size="small" variant="tertiary" onPress={onRemove}>
            Remove change {place}
          </Button>
        </p>
      </fieldset>
    </li>
  );
}
