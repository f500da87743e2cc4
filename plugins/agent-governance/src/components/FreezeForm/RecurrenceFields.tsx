import {
  Checkbox,
  CheckboxGroup,
  DatePicker,
  NumberField,
  TextField,
} from '@backstage/ui';
import { CalendarDate, CalendarDateTime } from '@internationalized/date';
import { ZonePicker } from '../ZonePicker';
import { RecurrenceDraft, WEEKDAYS, Weekday } from './toRecurrence';
import styles from './FreezeForm.module.css';

const NAMES: Record<Weekday, string> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
};

/** When a freeze that comes back begins, how long it lasts, and until when it comes. */
export function RecurrenceFields(props: {
  draft: RecurrenceDraft;
  onChange(change: Partial<RecurrenceDraft>): void;
}) {
  const { draft, onChange } = props;
  return (
    <>
      <DatePicker
        label="First start"
        description="On the clocks of the time zone. It counts even where the rule does not name its day."
        granularity="minute"
        hourCycle={24}
        value={draft.start}
        onChange={start =>
          onChange({ start: start as CalendarDateTime | null })
        }
      />
      <ZonePicker
        label="Time zone"
        value={draft.zone}
        onChange={zone => onChange({ zone })}
      />
      <NumberField
        label="Hours"
        description="How long it lasts each time."
        minValue={0.25}
        step={0.25}
        value={draft.hours}
        onChange={hours => onChange({ hours })}
      />
      {draft.frequency === 'weekly' && (
        <CheckboxGroup
          className={styles.weekdays}
          label="On"
          description="The weekday of the first start where none is chosen."
          orientation="horizontal"
          value={draft.weekdays}
          onChange={weekdays => onChange({ weekdays: weekdays as Weekday[] })}
        >
          {WEEKDAYS.map(day => (
            <Checkbox key={day} value={day}>
              {NAMES[day]}
            </Checkbox>
          ))}
        </CheckboxGroup>
      )}
      {draft.frequency === 'rule' && (
        <TextField
          label="Rule"
          description="As in iCalendar: FREQ=MONTHLY;BYDAY=-1FR"
          value={draft.rule}
          onChange={rule => onChange({ rule })}
        />
      )}
      {draft.frequency !== 'rule' && (
        <DatePicker
          label="Until"
          description="The last day it may begin on. Empty means for ever."
          value={draft.until}
          onChange={until => onChange({ until: until as CalendarDate | null })}
        />
      )}
    </>
  );
}
