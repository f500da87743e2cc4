import { DecisionWithFacts } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  DecisionPath,
  Fold,
  VerdictBadge,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { DecisionFacts } from '../DecisionFacts';
import { SimulatorLink } from '../SimulatorLink';
import { List } from '../List';
import styles from './RequestPage.module.css';

const PURPOSES: Record<DecisionWithFacts['purpose'], string> = {
  proposal: 'when it was asked',
  review: 'after a review',
  effect: 'at the moment of effect',
};

/** Every decision, oldest first; the last one open, since it is the one that counts. */
export function DecisionList(props: { decisions: DecisionWithFacts[] }) {
  const { decisions } = props;
  if (decisions.length === 0) {
    return <p className={styles.line}>Nothing was decided yet.</p>;
  }
  return (
    <List ordered>
      {decisions.map((decision, index) => (
        <li key={decision.id}>
          <Fold
            defaultOpen={index === decisions.length - 1}
            summary={
              <>
                {index + 1}. Decided {PURPOSES[decision.purpose]}{' '}
                <VerdictBadge
                  verdict={decision.verdict}
                  reason={decision.reason}
                />
              </>
            }
          >
            <DecisionPath decision={decision} />
            <SimulatorLink start={{ decision: decision.id }} />
            <Fold summary="The facts this decision saw">
              <DecisionFacts facts={decision.facts} />
            </Fold>
          </Fold>
        </li>
      ))}
    </List>
  );
}
