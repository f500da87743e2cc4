import { Stop } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  CursorList,
  useStops,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { VisuallyHidden } from '@backstage/ui';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { PagedList } from '../PagedList';
import { ReleaseStopDialog } from '../ReleaseStopDialog';
import { Section } from '../Section';
import { StopItem } from '../StopItem';

const STATES: Array<Stop['state']> = ['in-force', 'released'];

/** Stops in force and released. Which one is being released is in the address. */
export function StopSections(props: {
  /** Entity ref: only stops that it feels. */
  covering?: string;
  /** As in "Could not read …". */
  what: string;
  words: Record<Stop['state'], { title: string; empty: string }>;
}) {
  const { covering, what, words } = props;
  const [params, setParams] = useSearchParams();
  const [said, setSaid] = useState('');
  const stops: Record<Stop['state'], CursorList<Stop>> = {
    'in-force': useStops({ covering, state: 'in-force' }),
    released: useStops({ covering, state: 'released', limit: 20 }),
  };
  const release = (id: string | undefined) =>
    setParams(before => {
      const after = new URLSearchParams(before);
      after.delete('release');
      if (id !== undefined) {
        after.set('release', id);
      }
      return after;
    });
  const releasing = params.get('release');

  return (
    <>
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      {STATES.map(state => (
        <Section key={state} title={words[state].title}>
          <PagedList list={stops[state]} what={what} empty={words[state].empty}>
            {stop => (
              <StopItem
                key={stop.id}
                stop={stop}
                onRelease={() => release(stop.id)}
              />
            )}
          </PagedList>
        </Section>
      ))}
      {releasing !== null && (
        <ReleaseStopDialog
          id={releasing}
          onClose={() => release(undefined)}
          onAgreed={stop => {
            setSaid(
              stop.state === 'released'
                ? 'The stop is released.'
                : 'You agreed. It takes others, too.',
            );
            release(undefined);
          }}
        />
      )}
    </>
  );
}
