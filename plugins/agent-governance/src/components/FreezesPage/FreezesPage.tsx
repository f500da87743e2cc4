import { Freeze } from '@agentgov/backstage-plugin-agent-governance-common';
import { Button, VisuallyHidden } from '@backstage/ui';
import { RiAddLine, RiUploadLine } from '@remixicon/react';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { FreezeCalendars } from '../FreezeCalendars';
import { FreezeForm } from '../FreezeForm';
import { FreezeView } from '../FreezeView';
import { ImportFreezesDialog } from '../ImportFreezesDialog';
import { PageMain } from '../PageMain';
import { useIsNarrow } from '../RequestsTable/useIsNarrow';
import { FreezeFilters } from './FreezeFilters';
import { FreezeSections } from './FreezeSections';
import { MonthView } from './MonthView';
import { useFreezeParams } from './useFreezeParams';
import styles from './FreezesPage.module.css';

/** Times in which nothing may change, or one of them. What is shown, and the open form, is in the address. */
export function FreezesPage() {
  const [shown, change] = useFreezeParams();
  return shown.freeze === undefined ? (
    <FreezeCalendarPage />
  ) : (
    <FreezeView
      freezeId={shown.freeze}
      onBack={() => change({ freeze: undefined })}
    />
  );
}

function FreezeCalendarPage() {
  const [shown, change] = useFreezeParams();
  const [params, setParams] = useSearchParams();
  const [said, setSaid] = useState('');
  const isNarrow = useIsNarrow();
  const close = (words?: string) => {
    if (words) {
      setSaid(words);
    }
    change({});
  };
  const open = (form: 'new' | 'import') => {
    const next = new URLSearchParams(params);
    next.set(form, 'true');
    setParams(next);
  };

  return (
    <PageMain
      title="Freezes"
      description="While a freeze is in force, agents change nothing in its scope."
      actions={
        <div className={styles.actions}>
          <Button
            variant="secondary"
            iconStart={<RiUploadLine />}
            onPress={() => open('import')}
          >
            Import
          </Button>
          <Button
            variant="primary"
            iconStart={<RiAddLine />}
            onPress={() => open('new')}
          >
            Set a freeze
          </Button>
        </div>
      }
    >
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      <FreezeFilters shown={shown} isNarrow={isNarrow} onChange={change} />
      {shown.view === 'month' && !isNarrow ? (
        <MonthView shown={shown} onChange={change} />
      ) : (
        <FreezeSections
          shown={shown}
          onEnded={one => setSaid(endedWords(one))}
        />
      )}
      <FreezeCalendars />
      {params.has('new') && (
        <FreezeForm
          initialScope={{
            entityRef: params.get('entity') ?? undefined,
            environments: params.getAll('environment'),
          }}
          onClose={() => close()}
          onCreated={() => close('The freeze was set.')}
        />
      )}
      {params.has('import') && (
        <ImportFreezesDialog
          onClose={() => close()}
          onImported={count =>
            close(
              count === 1
                ? 'One freeze was set.'
                : `${count} freezes were set.`,
            )
          }
        />
      )}
    </PageMain>
  );
}

/** What is said after somebody wanted a freeze to end. */
export function endedWords(freeze: Freeze): string {
  const { ending } = freeze;
  return freeze.state === 'ended-early' || !ending
    ? 'The freeze was ended.'
    : `You agreed to end the freeze; ${
        ending.required - ending.agreedBy.length
      } more must agree.`;
}
