import {
  ReviewersFound,
  SimulatedDecision,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  DecisionPath,
  EntityName,
  UnblockList,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Text } from '@backstage/ui';
import { Checkpoints, withoutProgress } from '../../Checkpoints';
import { CopyFixture } from './CopyFixture';
import styles from '../SimulatorPage.module.css';

/** One decision as it would be: the path from top to bottom, who would have to look, and what would turn it. */
export function DecisionView(props: {
  title: string;
  decided: SimulatedDecision;
  fixture: Omit<Parameters<typeof CopyFixture>[0], 'decision'>;
}) {
  const { title, decided, fixture } = props;
  const { decision, unblock } = decided;
  return (
    <section className={styles.decision} aria-label={title}>
      <DecisionPath decision={decision} title={title} />
      {decision.checkpoints.length > 0 && (
        <>
          <Text as="h4" variant="body-medium" weight="bold">
            Who would have to look
          </Text>
          <Checkpoints checkpoints={withoutProgress(decision.checkpoints)} />
        </>
      )}
      {decision.reviewers && <Reviewers found={decision.reviewers} />}
      {unblock.length > 0 && (
        <>
          <Text as="h4" variant="body-medium" weight="bold">
            Who could unblock it
          </Text>
          <UnblockList steps={unblock} />
        </>
      )}
      <CopyFixture {...fixture} decision={decision} />
    </section>
  );
}

/** How many people there are for each kind of reviewer; too few, and nobody could approve it. */
function Reviewers(props: { found: ReviewersFound }) {
  return (
    <ul className={styles.rows} aria-label="How many could look">
      {props.found.lookups
        .filter(({ refs }) => refs.length > 0)
        .map(({ from, refs, eligible }) => (
          <li key={from} className={styles.line}>
            {refs.map(ref => (
              <EntityName key={ref} entityRef={ref} />
            ))}
            <span>
              {eligible === 0
                ? 'has nobody who could look'
                : `has ${eligible} ${
                    eligible === 1 ? 'person' : 'people'
                  } who could look`}
            </span>
          </li>
        ))}
    </ul>
  );
}
