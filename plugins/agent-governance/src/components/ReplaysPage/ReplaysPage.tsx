import { useReplay } from '@agentgov/backstage-plugin-agent-governance-react';
import { Button, Link } from '@backstage/ui';
import { RiAddLine } from '@remixicon/react';
import { useSearchParams } from 'react-router-dom';
import { readStart } from '../../replays';
import { LoadState } from '../LoadState';
import { NewReplay } from '../NewReplay';
import { PageMain } from '../PageMain';
import { ReplayView } from '../ReplayView';
import { ReplayTable } from './ReplayTable';

/** Drafts of policies, tried on what agents really asked for. Which one is looked at, or begun, is in the address. */
export function ReplaysPage() {
  const [params, setParams] = useSearchParams();
  const chosen = params.get('replay');
  const start = params.get('start');
  const again = params.get('again');
  const form = {
    onStarted: (id: string) => setParams({ replay: id }),
    onCancel: () => setParams({}),
  };
  if (chosen !== null) {
    return (
      <PageMain title="Replay" description={<Link href="?">All replays</Link>}>
        <ReplayView key={chosen} id={chosen} />
      </PageMain>
    );
  }
  if (start !== null || again !== null || params.has('new')) {
    const read = start === null ? {} : readStart(start);
    return (
      <PageMain
        title="New replay"
        description="A draft is tried on recorded decisions, with the facts of then. Nothing is decided by it, and nothing changes."
      >
        {again === null ? (
          <NewReplay
            key={start}
            start={read ?? {}}
            isUnreadable={read === undefined}
            {...form}
          />
        ) : (
          <Again key={again} id={again} {...form} />
        )}
      </PageMain>
    );
  }
  return (
    <PageMain
      title="Replays"
      description="What a draft of a policy would have changed of what agents really asked for, before it bites."
      actions={
        <Button
          variant="primary"
          iconStart={<RiAddLine />}
          onPress={() => setParams({ new: 'true' })}
        >
          New replay
        </Button>
      }
    >
      <ReplayTable />
    </PageMain>
  );
}

/** The same once more, to be changed first. */
function Again(props: {
  id: string;
  onStarted(id: string): void;
  onCancel(): void;
}) {
  const { id, ...form } = props;
  const replay = useReplay(id);
  return (
    <LoadState query={replay} what="the replay to begin from">
      {() => <NewReplay start={replay.data!} {...form} />}
    </LoadState>
  );
}
