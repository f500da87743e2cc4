import { Freeze } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  CursorList,
  useFreezes,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Button } from '@backstage/ui';
import { EmptyState } from '../EmptyState';
import { FreezeItem } from '../FreezeItem';
import { List } from '../List';
import { LoadState } from '../LoadState';
import { Section } from '../Section';
import { FreezeParams, isLookedFor } from './useFreezeParams';

interface Shown {
  shown: FreezeParams;
  onEnded(freeze: Freeze): void;
}

function FreezeSection(
  props: Shown & { title: string; list: CursorList<Freeze>; empty: string },
) {
  const { title, list, empty, shown, onEnded } = props;
  const freezes = list.items.filter(freeze => isLookedFor(freeze, shown));
  return (
    <Section title={title}>
      <LoadState query={list} what="the freezes">
        {freezes.length === 0 && <EmptyState title={empty} />}
        <List>
          {freezes.map(freeze => (
            <FreezeItem key={freeze.id} freeze={freeze} onEnded={onEnded} />
          ))}
        </List>
        {list.hasNextPage && (
          <Button
            variant="secondary"
            isPending={list.isFetchingNextPage}
            onPress={list.fetchNextPage}
          >
            Show more
          </Button>
        )}
      </LoadState>
    </Section>
  );
}

/** Freezes as a list: in force, planned, over. */
export function FreezeSections(props: Shown) {
  const { covering, state } = props.shown;
  const inForce = useFreezes({ covering, state: ['in-force'] });
  const planned = useFreezes({ covering, state: ['planned'] });
  const over = useFreezes({
    covering,
    state: ['over', 'ended-early'],
    limit: 20,
  });
  const isWanted = (...states: Array<Freeze['state']>) =>
    state.length === 0 || states.some(one => state.includes(one));
  return (
    <>
      {isWanted('in-force') && (
        <FreezeSection
          {...props}
          title="In force"
          list={inForce}
          empty="No freeze is in force."
        />
      )}
      {isWanted('planned') && (
        <FreezeSection
          {...props}
          title="Planned"
          list={planned}
          empty="No freeze is planned."
        />
      )}
      {isWanted('over', 'ended-early') && (
        <FreezeSection
          {...props}
          title="Over"
          list={over}
          empty="No freeze is over yet."
        />
      )}
    </>
  );
}
