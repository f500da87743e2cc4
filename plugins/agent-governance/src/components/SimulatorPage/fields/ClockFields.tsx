import { Checkbox, DatePicker } from '@backstage/ui';
import {
  ZonedDateTime,
  getLocalTimeZone,
  parseAbsolute,
} from '@internationalized/date';
import { ZonePicker } from '../../ZonePicker';
import { SimulatorForm } from '../SimulatorForm';
import styles from '../SimulatorPage.module.css';

/** When it is asked, and in which time zone policies are told what hour that is. */
export function ClockFields(props: {
  form: SimulatorForm;
  onChange(change: Partial<SimulatorForm>): void;
}) {
  const { form, onChange } = props;
  const zone = form.zone ?? 'UTC';
  return (
    <div className={styles.fields}>
      <DatePicker
        label={`When (${zone})`}
        description="Empty is now. What the clock says, freezes and delegations are of then; all else is of now."
        granularity="minute"
        hourCycle={24}
        value={momentIn(form.at, zone)}
        onChange={value =>
          onChange({
            at: (value as ZonedDateTime | null)?.toAbsoluteString(),
          })
        }
      />
      <Checkbox
        isSelected={form.zone !== undefined}
        onChange={isSelected =>
          onChange({ zone: isSelected ? getLocalTimeZone() : undefined })
        }
      >
        In another time zone than the portal’s
      </Checkbox>
      {form.zone !== undefined && (
        <ZonePicker
          label="Time zone"
          value={form.zone}
          onChange={chosen => onChange({ zone: chosen })}
        />
      )}
    </div>
  );
}

/** What a link says may be no moment, or of no zone. */
function momentIn(at: string | undefined, zone: string): ZonedDateTime | null {
  try {
    return at === undefined ? null : parseAbsolute(at, zone);
  } catch {
    return null;
  }
}
