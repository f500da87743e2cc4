import { Stop } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  CursorList,
  useStops,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Button, VisuallyHidden } from '@backstage/ui';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { EmptyState } from '../EmptyState';
import { LoadState } from '../LoadState';
import { PageMain } from '../PageMain';
import { ReleaseStopDialog } from '../ReleaseStopDialog';
import { Section } from '../Section';
import { ANYTHING, StopButton } from '../StopButton';
import { StopItem } from '../StopItem';
import styles from './StopsPage.module.css';

function StopSection(props: {
  title: string;
  stops: CursorList<Stop>;
  empty: string;
  onRelease(id: string): void;
}) {
  const { title, stops, empty, onRelease } = props;
  return (
    <Section title={title}>
      <LoadState query={stops} what="the stops">
        {stops.items.length === 0 && <EmptyState title={empty} />}
        <ul className={styles.list}>
          {stops.items.map(stop => (
            <StopItem
              key={stop.id}
              stop={stop}
              onRelease={() => onRelease(stop.id)}
            />
          ))}
        </ul>
        {stops.hasNextPage && (
          <Button
            variant="secondary"
            isPending={stops.isFetchingNextPage}
            onPress={stops.fetchNextPage}
          >
            Show more
          </Button>
        )}
      </LoadState>
    </Section>
  );
}

/** Brakes people pulled: in force, and released. Which one is being released is in the address. */
export function StopsPage() {
  const [params, setParams] = useSearchParams();
  const [said, setSaid] = useState('');
  const inForce = useStops({ state: 'in-force' });
  const released = useStops({ state: 'released', limit: 20 });
  const releasing = params.get('release');
  const release = (id: string) => setParams({ release: id });

  return (
    <PageMain
      title="Stops"
      description="While a stop is in force, nothing in its scope starts, whatever any policy says. One person pulls it; several release it."
      actions={<StopButton choices={ANYTHING} />}
    >
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      <StopSection
        title="In force"
        stops={inForce}
        empty="Nothing is stopped."
        onRelease={release}
      />
      <StopSection
        title="Released"
        stops={released}
        empty="No stop was ever released."
        onRelease={release}
      />
      {releasing !== null && (
        <ReleaseStopDialog
          id={releasing}
          onClose={() => setParams({})}
          onAgreed={stop => {
            setSaid(
              stop.state === 'released'
                ? 'The stop is released.'
                : 'You agreed. It takes others, too.',
            );
            setParams({});
          }}
        />
      )}
    </PageMain>
  );
}
