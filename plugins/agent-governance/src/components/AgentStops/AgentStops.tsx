import {
  CursorList,
  useStops,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Stop } from '@agentgov/backstage-plugin-agent-governance-common';
import { Button, VisuallyHidden } from '@backstage/ui';
import { useState } from 'react';
import { EmptyState } from '../EmptyState';
import { LoadState } from '../LoadState';
import { ReleaseStopDialog } from '../ReleaseStopDialog';
import { Section } from '../Section';
import { StopItem } from '../StopItem';
import styles from './AgentStops.module.css';

function StopList(props: {
  title: string;
  stops: CursorList<Stop>;
  empty: string;
  onRelease(id: string): void;
}) {
  const { title, stops, empty, onRelease } = props;
  return (
    <Section title={title}>
      <LoadState query={stops} what="the stops that this agent feels">
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

/** The stops that one agent feels and felt, with the way to agree to a release. */
export function AgentStops(props: { agentRef: string }) {
  const covering = props.agentRef;
  const inForce = useStops({ covering, state: 'in-force' });
  const released = useStops({ covering, state: 'released', limit: 20 });
  const [releasing, setReleasing] = useState<string>();
  const [said, setSaid] = useState('');
  const close = () => setReleasing(undefined);
  return (
    <>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      <StopList
        title="Stops in force"
        stops={inForce}
        empty="Nothing stops this agent."
        onRelease={setReleasing}
      />
      <StopList
        title="Released stops"
        stops={released}
        empty="No stop that this agent felt was ever released."
        onRelease={setReleasing}
      />
      {releasing !== undefined && (
        <ReleaseStopDialog
          id={releasing}
          onClose={close}
          onAgreed={stop => {
            setSaid(
              stop.state === 'released'
                ? 'The stop is released.'
                : 'You agreed. It takes others, too.',
            );
            close();
          }}
        />
      )}
    </>
  );
}
