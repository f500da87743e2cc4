import {
  DecisionCore,
  Simulation,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  EntityName,
  PlainText,
  VerdictBadge,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { DecisionFacts } from '../../DecisionFacts';
import { Section } from '../../Section';
import { DecisionView } from './DecisionView';
import { Differences } from './Differences';
import { DraftedPolicies } from './DraftedPolicies';
import { Moments } from './Moments';
import styles from '../SimulatorPage.module.css';

/** What would be decided; with a draft twice, side by side. */
export function SimulationResult(props: { simulation: Simulation }) {
  const { simulation } = props;
  const { facts, result, drafted, policies, requiredLevels } = simulation;
  const fixture = { name: nameOf(simulation), facts, requiredLevels };
  return (
    <div className={styles.result}>
      <Section title="What would be decided">
        <div className={styles.fields}>
          <About simulation={simulation} />
          <Verdict
            decision={result.decision}
            label={drafted && 'With the policies in force'}
          />
          {drafted && (
            <Verdict decision={drafted.decision} label="With the draft" />
          )}
          <Moments simulation={simulation} />
        </div>
      </Section>
      {drafted && (
        <Section title="What the draft changes">
          <div className={styles.fields}>
            <DraftedPolicies policies={policies ?? []} />
            <Differences inForce={result.decision} drafted={drafted.decision} />
          </div>
        </Section>
      )}
      <Section title="How it would be decided">
        <div className={styles.sides} data-two={drafted !== undefined}>
          <DecisionView
            title={
              drafted ? 'With the policies in force' : 'As it would be decided'
            }
            decided={result}
            fixture={fixture}
          />
          {drafted && (
            <DecisionView
              title="With the draft"
              decided={drafted}
              fixture={fixture}
            />
          )}
        </div>
      </Section>
      <Section title="What it would see">
        <DecisionFacts facts={facts} />
      </Section>
    </div>
  );
}

function Verdict(props: { decision: DecisionCore; label?: string }) {
  const { decision, label } = props;
  return (
    <p className={styles.verdict}>
      {label && <strong>{label}</strong>}
      <VerdictBadge verdict={decision.verdict} reason={decision.reason} />
      <PlainText text={decision.because} />
    </p>
  );
}

function About(props: { simulation: Simulation }) {
  const { agent, action, target, environment } = props.simulation.facts;
  return (
    <p className={styles.line}>
      {agent.ref.value && <EntityName entityRef={agent.ref.value} />} asking for{' '}
      <code>
        <PlainText text={action.id.value ?? 'an unknown action'} />
      </code>{' '}
      on {target.ref.value && <EntityName entityRef={target.ref.value} />} in{' '}
      {environment.name.value ?? 'an unknown environment'}
    </p>
  );
}

/** What a fixture of it is called until its author calls it something. */
function nameOf({ facts, result }: Simulation): string {
  const { action, environment } = facts;
  return `${action.id.value ?? 'an action'} in ${
    environment.name.value ?? 'an environment'
  }: ${result.decision.verdict}`;
}
