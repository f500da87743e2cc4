import { useLedgerEntries } from '@agentgov/backstage-plugin-agent-governance-react';
import { Button, SearchField } from '@backstage/ui';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { LedgerEntries } from '../LedgerEntries';
import { LoadState } from '../LoadState';
import { PageMain } from '../PageMain';
import { Section } from '../Section';
import { LedgerCheck } from './LedgerCheck';
import styles from './LedgerPage.module.css';

/** What was recorded, and whether it still is what was recorded. */
export function LedgerPage() {
  const [params, setParams] = useSearchParams();
  const stream = params.get('stream') ?? undefined;
  const [typed, setTyped] = useState(stream ?? '');
  const entries = useLedgerEntries({ stream });
  return (
    <PageMain
      title="Ledger"
      description="Every change of state, append-only, each entry chained to the one before it in its stream."
    >
      <Section title="Is it intact?">
        <LedgerCheck stream={stream} />
      </Section>
      <Section title="Entries">
        <div className={styles.entries}>
          <SearchField
            label="Stream"
            placeholder="For example action-request:…; press Enter"
            value={typed}
            onChange={setTyped}
            onClear={() => setParams({})}
            onSubmit={value => setParams(value ? { stream: value } : {})}
          />
          <LoadState query={entries} what="the ledger">
            <LedgerEntries entries={entries.items} showStream />
            {entries.hasNextPage && (
              <Button
                variant="secondary"
                isPending={entries.isFetchingNextPage}
                onPress={entries.fetchNextPage}
              >
                Show more
              </Button>
            )}
          </LoadState>
        </div>
      </Section>
    </PageMain>
  );
}
