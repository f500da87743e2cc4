import {
  PlainText,
  UnblockList,
  VerdictBadge,
  useOutlook,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { LoadState } from '../LoadState';
import { SimulatorLink } from '../SimulatorLink';
import styles from './AgentOutlook.module.css';

/** Why one action would be decided so in one environment, and what would turn it. */
export function OutlookDetail(props: {
  targetRef: string;
  agentRef: string;
  action: string;
  environment: string;
}) {
  const { targetRef, agentRef, action, environment } = props;
  const outlook = useOutlook(targetRef, agentRef, { action, environment });
  return (
    <section className={styles.detail} aria-label="Why" aria-live="polite">
      <LoadState query={outlook} what="why this would be decided so">
        {() => {
          const [{ actionTitle, verdicts }] = outlook.data!.actions;
          const [{ verdict, reason, because, unblock }] = verdicts;
          return (
            <>
              <h4 className={styles.title}>
                {actionTitle} in {environment}{' '}
                <VerdictBadge verdict={verdict} reason={reason} />
              </h4>
              <PlainText text={because} />
              {unblock.length > 0 && (
                <>
                  <h5 className={styles.subtitle}>What would change it</h5>
                  <UnblockList steps={unblock} />
                </>
              )}
              <SimulatorLink
                start={{
                  agent: agentRef,
                  action,
                  target: targetRef,
                  environment,
                  // as the forecast takes for granted
                  quotes: 'yes',
                }}
              />
            </>
          );
        }}
      </LoadState>
    </section>
  );
}
