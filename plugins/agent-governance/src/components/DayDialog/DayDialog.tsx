import {
  Freeze,
  FreezeAgenda,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  PlainText,
  Time,
  useNow,
} from '@agentgov/backstage-plugin-agent-governance-react';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { CalendarDate } from '@internationalized/date';
import { FreezeScopeName } from '../FreezeItem';
import { placeFreezes } from '../FreezeMonth/placeFreezes';
import { List } from '../List';
import styles from './DayDialog.module.css';

/** Everything that is frozen on one day. */
export function DayDialog(props: {
  day: CalendarDate;
  zone: string;
  agenda: FreezeAgenda;
  onOpen(freeze: Freeze): void;
  onClose(): void;
}) {
  const { day, zone, agenda, onOpen, onClose } = props;
  const now = useNow();
  return (
    <Dialog isOpen onOpenChange={isOpen => !isOpen && onClose()} width={520}>
      <DialogHeader>Frozen on {day.toString()}</DialogHeader>
      <DialogBody>
        <List>
          {placeFreezes(agenda, day, { zone, now }).map(
            ({ freeze, from, to }) => (
              <li key={freeze.id} className={styles.freeze}>
                <Button variant="tertiary" onPress={() => onOpen(freeze)}>
                  <PlainText text={freeze.reason} />
                </Button>
                <span>
                  covers <FreezeScopeName scope={freeze.scope} />, from{' '}
                  <Time value={from} /> to <Time value={to} />
                </span>
              </li>
            ),
          )}
        </List>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          Close
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
