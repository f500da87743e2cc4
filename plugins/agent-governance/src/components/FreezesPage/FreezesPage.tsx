import { Freeze } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  CursorList,
  useFreezes,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Button, VisuallyHidden } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { EmptyState } from '../EmptyState';
import { FreezeForm } from '../FreezeForm';
import { FreezeItem } from '../FreezeItem';
import { LoadState } from '../LoadState';
import { PageMain } from '../PageMain';
import { Section } from '../Section';
import styles from './FreezesPage.module.css';

function FreezeSection(props: {
  title: string;
  freezes: Freeze[];
  list: CursorList<Freeze>;
  empty: string;
  onEnded(): void;
}) {
  const { title, freezes, list, empty, onEnded } = props;
  return (
    <Section title={title}>
      <LoadState query={list} what="the freezes">
        {freezes.length === 0 && <EmptyState title={empty} />}
        <ul className={styles.list}>
          {freezes.map(freeze => (
            <FreezeItem key={freeze.id} freeze={freeze} onEnded={onEnded} />
          ))}
        </ul>
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

/** Times in which nothing may change: in force, planned, over. The open form is in the address. */
export function FreezesPage() {
  const [params, setParams] = useSearchParams();
  const [said, setSaid] = useState('');
  const inForce = useFreezes({ state: ['in-force'] });
  const planned = useFreezes({ state: ['planned'] });
  const over = useFreezes({ state: ['over', 'ended-early'], limit: 20 });
  const onEnded = () => setSaid('The freeze was ended.');

  return (
    <PageMain
      title="Freezes"
      description="While a freeze is in force, agents change nothing in its scope."
      actions={
        <Button
          variant="primary"
          iconStart={<RiAddLine />}
          onPress={() => setParams({ new: 'true' })}
        >
          Set a freeze
        </Button>
      }
    >
      <VisuallyHidden role="status">{said}</VisuallyHidden>
      <FreezeSection
        title="In force"
        list={inForce}
        freezes={inForce.items}
        empty="No freeze is in force."
        onEnded={onEnded}
      />
      <FreezeSection
        title="Planned"
        list={planned}
        freezes={planned.items}
        empty="No freeze is planned."
        onEnded={onEnded}
      />
      <FreezeSection
        title="Over"
        list={over}
        freezes={over.items}
        empty="No freeze is over yet."
        onEnded={onEnded}
      />
      {params.has('new') && (
        <FreezeForm
          initialScope={{
            entityRef: params.get('entity') ?? undefined,
            environments: params.getAll('environment'),
          }}
          onClose={() => setParams({})}
          onCreated={() => {
            setSaid('The freeze was set.');
            setParams({});
          }}
        />
      )}
    </PageMain>
  );
}
