import { useFreezeAgenda } from '@agentgov/backstage-plugin-agent-governance-react';
import { Alert, Button, ButtonIcon, Text } from '@backstage/ui';
import { RiArrowLeftSLine, RiArrowRightSLine } from '@remixicon/react';
import { CalendarDate } from '@internationalized/date';
import { useState } from 'react';
import { DayDialog } from '../DayDialog';
import {
  FreezeMonth,
  monthOf,
  titleOf,
  writeMonth,
  zoneOf,
} from '../FreezeMonth';
import { LoadState } from '../LoadState';
import { FreezeParams, isLookedFor } from './useFreezeParams';
import styles from './FreezesPage.module.css';

/** Freezes of a month, day by day. */
export function MonthView(props: {
  shown: FreezeParams;
  onChange(change: Partial<FreezeParams>): void;
}) {
  const { shown, onChange } = props;
  const zone = zoneOf(shown.zone ?? null);
  const month = monthOf(shown.month ?? null, zone);
  const agenda = useFreezeAgenda({
    from: month.from,
    to: month.to,
    covering: shown.covering,
  });
  const data = agenda.data && {
    ...agenda.data,
    freezes: agenda.data.freezes.filter(freeze => isLookedFor(freeze, shown)),
  };
  const [openDay, setOpenDay] = useState<CalendarDate>();
  const show = (day: CalendarDate) => onChange({ month: writeMonth(day) });
  return (
    <section className={styles.month} aria-label="Month">
      <div className={styles.turn}>
        <ButtonIcon
          aria-label="Month before"
          variant="secondary"
          icon={<RiArrowLeftSLine />}
          onPress={() => show(month.first.subtract({ months: 1 }))}
        />
        <ButtonIcon
          aria-label="Month after"
          variant="secondary"
          icon={<RiArrowRightSLine />}
          onPress={() => show(month.first.add({ months: 1 }))}
        />
        <Button
          variant="secondary"
          onPress={() => onChange({ month: undefined })}
        >
          This month
        </Button>
        <Text as="h3" variant="title-x-small" weight="bold" aria-live="polite">
          {titleOf(month.first)}
        </Text>
        <Text as="p" variant="body-small" color="secondary">
          Days as in {zone}
        </Text>
      </div>
      {!agenda.isPending && (
        <LoadState query={agenda} what="the freezes of this month">
          {data?.truncated && (
            <Alert
              status="warning"
              icon
              title="There are more freezes than are shown"
              description="A day without one here may still be frozen. Look for what covers one entity."
            />
          )}
        </LoadState>
      )}
      {(data || agenda.isPending) && (
        <FreezeMonth
          key={zone}
          month={month}
          zone={zone}
          agenda={data}
          onOpen={({ id }) => onChange({ freeze: id })}
          onOpenDay={setOpenDay}
          onLeave={show}
        />
      )}
      {data && openDay && (
        <DayDialog
          day={openDay}
          zone={zone}
          agenda={data}
          onOpen={({ id }) => onChange({ freeze: id })}
          onClose={() => setOpenDay(undefined)}
        />
      )}
    </section>
  );
}
