import { PolicyDetail } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  parseFixtures,
  readFixtureFile,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { Button } from '@backstage/ui';
import { useMemo, useState } from 'react';
import { useAddress } from '../../address';
import { EmptyState } from '../EmptyState';
import { useSettled } from '../FreezeForm/useSettled';
import { LoadState } from '../LoadState';
import { PolicyEditor } from '../PolicyEditor';
import { FixtureResults } from './FixtureResults';
import { tryFixtures } from './tryFixtures';
import { useKeptFixtures } from './useKeptFixtures';
import styles from './PolicyFixtures.module.css';

type Document = NonNullable<PolicyDetail['document']>;

/** Fixtures run in the browser against the text that decides. They come with the engine. */
export default function FixturesContent(props: {
  policyRef: string;
  document: Document;
}) {
  const { policyRef, document } = props;
  const kept = useKeptFixtures(policyRef);
  const [{ fixtures: chosen }, change] = useAddress(['fixtures'] as const);
  return (
    <div className={styles.fixtures}>
      <p className={styles.quiet}>
        Made-up requests, decided here by this policy alone: what other policies
        say about them is left out.
      </p>
      <LoadState
        query={kept}
        what="what the policy’s entity holds to try it by"
      >
        {() =>
          kept.data === null ? (
            <EmptyState
              title="Its entity holds no fixtures."
              description="They stand in spec.fixtures, where the file beside the policy can be pulled in with $yaml."
            />
          ) : (
            <KeptFixtures kept={kept.data} document={document} />
          )
        }
      </LoadState>
      {chosen === 'own' ? (
        <OwnFixtures document={document} />
      ) : (
        <Button
          size="small"
          variant="secondary"
          onPress={() => change({ fixtures: 'own' })}
        >
          Try fixtures of your own
        </Button>
      )}
    </div>
  );
}

function KeptFixtures(props: { kept: unknown; document: Document }) {
  const { kept, document } = props;
  const tried = useMemo(
    () => tryFixtures(parseFixtures(kept), document),
    [kept, document],
  );
  return <FixtureResults tried={tried} />;
}

function OwnFixtures(props: { document: Document }) {
  const { document } = props;
  const [text, setText] = useState('');
  const settled = useSettled(text);
  const tried = useMemo(
    () =>
      settled.trim() === ''
        ? undefined
        : tryFixtures(readFixtureFile(settled), document),
    [settled, document],
  );
  return (
    <div className={styles.fixtures}>
      <PolicyEditor
        label="Fixtures of your own"
        mode="fixtures"
        value={text}
        onChange={setText}
      />
      {tried?.ok && <FixtureResults tried={tried} />}
    </div>
  );
}
