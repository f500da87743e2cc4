import { AgentSummary } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  EntityName,
  PlainText,
  StatusTag,
  StatusTagProps,
  useAgents,
} from '@agentgov/backstage-plugin-agent-governance-react';
import {
  RiCheckboxCircleLine,
  RiForbid2Line,
  RiKey2Line,
  RiPauseCircleLine,
  RiQuestionLine,
} from '@remixicon/react';
import { EmptyState } from '../EmptyState';
import { LoadState } from '../LoadState';
import { Section } from '../Section';
import styles from './AgentStanding.module.css';

const LOOKS: Record<
  AgentSummary['standing'],
  Omit<StatusTagProps, 'children'> & { word: string }
> = {
  active: { word: 'Active', tone: 'success', icon: <RiCheckboxCircleLine /> },
  untrusted: { word: 'Untrusted', tone: 'danger', icon: <RiForbid2Line /> },
  inactive: { word: 'Inactive', tone: 'neutral', icon: <RiPauseCircleLine /> },
  'no-keys': { word: 'No keys', tone: 'warning', icon: <RiKey2Line /> },
  invalid: { word: 'Invalid', tone: 'danger', icon: <RiQuestionLine /> },
};

const CEILINGS: Record<AgentSummary['autonomy'], string> = {
  observe: 'observe: it only reads',
  propose: 'propose: what it asks for is recorded, nothing runs',
  supervised: 'supervised: every change waits for a person',
  autonomous: 'autonomous: policy decides',
};

/** Whether an agent counts, and how far it may go by itself. */
export function AgentStanding(props: { agentRef: string }) {
  const { agentRef } = props;
  const agents = useAgents();
  const agent = agents.data?.find(({ ref }) => ref === agentRef);
  return (
    <Section title="Standing">
      <LoadState query={agents} what="the standing of this agent">
        {agent ? (
          <div className={styles.standing}>
            <p className={styles.line}>
              <StatusTag {...LOOKS[agent.standing]}>
                {LOOKS[agent.standing].word}
              </StatusTag>
              <PlainText text={agent.because} />
            </p>
            <p className={styles.line}>
              Most it may do by itself: {CEILINGS[agent.autonomy]}
            </p>
            <p className={styles.line}>
              Owner <EntityName entityRef={agent.owner} />
            </p>
          </div>
        ) : (
          <EmptyState
            title="The portal does not know this agent."
            description="It counts only when it comes from a place the portal is configured to trust."
          />
        )}
      </LoadState>
    </Section>
  );
}
