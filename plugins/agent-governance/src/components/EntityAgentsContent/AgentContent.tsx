import { AgentIdentity } from '../AgentIdentity';
import { AgentReach } from '../AgentReach';
import { AgentStanding } from '../AgentStanding';
import { AgentStops } from '../AgentStops';
import { AgentAlertStrip } from '../AlertStrip';
import { ApprovalQueue } from '../ApprovalQueue';
import { AuditTrail } from '../AuditTrail';
import { PageMain } from '../PageMain';
import { RequestsBrowser } from '../RequestsTable';
import { StopButton, choicesOfAgent } from '../StopButton';
import { ViewTabs } from '../ViewTabs';
import styles from './EntityAgentsContent.module.css';

/** Everything about one agent: what it did, asked for, is, could do, and what stops it. */
export function AgentContent(props: { agentRef: string }) {
  const { agentRef } = props;
  return (
    <PageMain
      isEmbedded
      title="Agent"
      description="What this agent asked for and what became of it, what it proves itself with, and what it could do."
      actions={<StopButton choices={choicesOfAgent(agentRef)} />}
    >
      <AgentAlertStrip entityRef={agentRef} />
      <ViewTabs
        label="About this agent"
        views={[
          {
            id: 'activity',
            title: 'Activity',
            render: () => <Activity agentRef={agentRef} />,
          },
          {
            id: 'requests',
            title: 'Requests',
            render: () => <RequestsBrowser agent={agentRef} />,
          },
          {
            id: 'identity',
            title: 'Identity',
            render: () => <AgentIdentity agentRef={agentRef} />,
          },
          {
            id: 'reach',
            title: 'Reach',
            render: () => <AgentReach agentRef={agentRef} />,
          },
          {
            id: 'stops',
            title: 'Stops',
            render: () => <AgentStops agentRef={agentRef} />,
          },
        ]}
      />
    </PageMain>
  );
}

function Activity(props: { agentRef: string }) {
  const { agentRef } = props;
  return (
    <div className={styles.columns}>
      <AuditTrail filter={{ agent: agentRef }} />
      <div className={styles.side}>
        <AgentStanding agentRef={agentRef} />
        <ApprovalQueue filter={{ agent: agentRef }} />
      </div>
    </div>
  );
}
