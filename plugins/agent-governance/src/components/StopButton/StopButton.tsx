import { Button, VisuallyHidden } from '@backstage/ui';
import { RiStopCircleLine } from '@remixicon/react';
import { useState } from 'react';
import { StopChoice } from './StopChoice';
import { StopDialog } from './StopDialog';
import styles from './StopButton.module.css';

/** Opens what it takes to stop something: one decision, one reason, one press. */
export function StopButton(props: { choices: StopChoice[] }) {
  const [isOpen, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  return (
    <>
      <Button
        className={styles.stop}
        variant="secondary"
        iconStart={<RiStopCircleLine />}
        onPress={() => setOpen(true)}
      >
        Stop
      </Button>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      {isOpen && (
        <StopDialog
          choices={props.choices}
          onClose={() => setOpen(false)}
          onPulled={() => {
            setOpen(false);
            setSaid('It is stopped.');
          }}
        />
      )}
    </>
  );
}
