import { PolicyEffects as Effects } from '@agentgov/backstage-plugin-agent-governance-common';
import { usePolicyEffects } from '@agentgov/backstage-plugin-agent-governance-react';
import { Alert, Select, Text } from '@backstage/ui';
import { useAddress } from '../../address';
import { EmptyState } from '../EmptyState';
import { LoadState } from '../LoadState';
import { Section } from '../Section';
import { AgentTable } from './AgentTable';
import { DayChart } from './DayChart';
import { LatestDecisions } from './LatestDecisions';
import { ReplayLink } from './ReplayLink';
import { RuleTable } from './RuleTable';
import { inWords } from './inWords';
import styles from './PolicyEffects.module.css';

const DAYS = [7, 30, 90];
const DEFAULT_DAYS = 30;

/** What a policy did lately, and what it would have done in shadow mode, of the decisions that the reader may see. */
export function PolicyEffects(props: { policyRef: string }) {
  const { policyRef } = props;
  const [address, setAddress] = useAddress(['days']);
  const days =
    DAYS.find(choice => String(choice) === address.days) ?? DEFAULT_DAYS;
  const query = usePolicyEffects(policyRef, { days });
  return (
    <Section
      title="What it did lately"
      actions={
        <Select
          aria-label="Days"
          size="small"
          options={DAYS.map(choice => ({
            id: String(choice),
            label: `${choice} days`,
          }))}
          value={String(days)}
          onChange={key => setAddress({ days: String(key) })}
        />
      }
    >
      <LoadState query={query} what="what this policy did">
        {() => (
          <EffectsOf
            effects={query.data!}
            readAt={new Date(query.dataUpdatedAt).toISOString()}
          />
        )}
      </LoadState>
    </Section>
  );
}

function EffectsOf(props: { effects: Effects; readAt: string }) {
  const { effects, readAt } = props;
  const { shadow, enforce } = effects.total;
  return (
    <div className={styles.effects}>
      {effects.catchingUp && (
        <Alert
          status="info"
          icon
          title="Still counting"
          description="Older decisions are being counted, so there may be more of everything."
        />
      )}
      {effects.partial && (
        <Alert
          status="warning"
          icon
          title="Part of it"
          description="It applied to more agents and targets than could be looked at. These are the decisions of those with the most."
        />
      )}
      {shadow.decisions + enforce.decisions === 0 ? (
        <EmptyState
          title="It applied to no decision that you may see."
          description="Look at more days, or wait for agents to ask."
        />
      ) : (
        <>
          {inWords(effects.total).map(sentence => (
            <Text key={sentence} as="p" variant="body-medium">
              {sentence}
            </Text>
          ))}
          {shadow.decisions > 0 && (
            <ReplayLink effects={effects} readAt={readAt} />
          )}
          <DayChart days={effects.days} />
          <AgentTable agents={effects.agents} />
          <RuleTable rules={effects.rules} />
          <LatestDecisions samples={effects.latest} />
        </>
      )}
      <Text as="p" variant="body-small" color="secondary">
        From {effects.from} to {effects.to}, days in UTC: of the decisions that
        you may see. What ran after it was allowed was decided twice.
      </Text>
    </div>
  );
}
