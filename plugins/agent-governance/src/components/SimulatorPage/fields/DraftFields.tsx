import { Button, Select } from '@backstage/ui';
import { RiAddLine, RiDeleteBinLine } from '@remixicon/react';
import { useState } from 'react';
import { EntityPicker } from '../../EntityPicker';
import { PolicyEditor } from '../../PolicyEditor';
import { PolicyRow, SimulatorForm } from '../SimulatorForm';
import styles from '../SimulatorPage.module.css';

const POLICY_KINDS = ['agentpolicy'];
const CHANGES: Record<PolicyRow['change'], string> = {
  off: 'Off: as if it were gone',
  shadow: 'In shadow',
  enforce: 'Enforced',
};

/** What is tried instead of the policies that decide: policies switched, and texts. */
export function DraftFields(props: {
  form: SimulatorForm;
  onChange(change: Partial<SimulatorForm>): void;
}) {
  const { form, onChange } = props;
  const [isWriting, setIsWriting] = useState(false);
  const { changes } = form;
  const put = (index: number, change: Partial<PolicyRow>) =>
    onChange({
      changes: changes.map((row, at) =>
        at === index ? { ...row, ...change } : row,
      ),
    });
  return (
    <div className={styles.fields}>
      <p className={styles.note}>
        Decided a second time with what is said here, and shown side by side.
      </p>
      <ul className={styles.rows} aria-label="Policies tried otherwise">
        {changes.map((row, index) => (
          <li key={index} className={styles.row}>
            <EntityPicker
              label="Policy"
              kinds={POLICY_KINDS}
              value={row.ref || undefined}
              onChange={ref => put(index, { ref: ref ?? '' })}
            />
            <Select
              label="Is"
              options={Object.entries(CHANGES).map(([id, label]) => ({
                id,
                label,
              }))}
              value={row.change}
              onChange={key =>
                put(index, { change: key as PolicyRow['change'] })
              }
            />
            <div>
              <Button
                size="small"
                variant="tertiary"
                iconStart={<RiDeleteBinLine />}
                aria-label={`Take it as it is: ${row.ref || 'no policy yet'}`}
                onPress={() =>
                  onChange({ changes: changes.filter((_, at) => at !== index) })
                }
              >
                Take it as it is
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <div className={styles.line}>
        <Button
          size="small"
          variant="secondary"
          iconStart={<RiAddLine />}
          onPress={() =>
            onChange({ changes: [...changes, { ref: '', change: 'off' }] })
          }
        >
          Try a policy otherwise
        </Button>
        {!isWriting && form.text === '' && (
          <Button
            size="small"
            variant="secondary"
            iconStart={<RiAddLine />}
            onPress={() => setIsWriting(true)}
          >
            Try a text
          </Button>
        )}
      </div>
      {(isWriting || form.text !== '') && (
        <PolicyEditor
          label="Draft"
          mode="file"
          value={form.text}
          onChange={text => onChange({ text })}
        />
      )}
    </div>
  );
}
