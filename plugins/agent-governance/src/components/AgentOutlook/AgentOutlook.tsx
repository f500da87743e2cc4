import { AgentSummary } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  useAgents,
  useOutlook,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Select } from '@backstage/ui';
import { EmptyState } from '../EmptyState';
import { LoadState } from '../LoadState';
import { Section } from '../Section';
import { OutlookDetail } from './OutlookDetail';
import { OutlookMatrix } from './OutlookMatrix';
import { useOutlookChoice } from './useOutlookChoice';
import styles from './AgentOutlook.module.css';

/** What agents may do to an entity now: every action that is for it, in every environment, before anybody asks. */
export function AgentOutlook(props: { entityRef: string }) {
  const { entityRef } = props;
  const agents = useAgents();
  const operating = useAgents({ operating: entityRef });
  const [choice, choose] = useOutlookChoice();
  const known = operatingFirst(agents.data ?? [], operating.data ?? []);
  const agent = choice.agent ?? known[0]?.ref;
  return (
    <Section title="What may agents do here now?">
      <LoadState query={agents} what="the agents of this portal">
        {agent === undefined ? (
          <EmptyState
            title="There are no agents you may see."
            description="An agent is an entity of kind Agent in the catalog, from a place the portal trusts."
          />
        ) : (
          <div className={styles.outlook}>
            <Select
              className={styles.agent}
              label="Agent"
              options={choices(known, agent)}
              value={agent}
              onChange={key => choose({ ...choice, agent: String(key) })}
            />
            <Verdicts
              entityRef={entityRef}
              agentRef={agent}
              choice={choice}
              onChoose={cell => choose({ agent, ...cell })}
            />
          </div>
        )}
      </LoadState>
    </Section>
  );
}

function Verdicts(props: {
  entityRef: string;
  agentRef: string;
  choice: { action?: string; environment?: string };
  onChoose(cell: { action?: string; environment?: string }): void;
}) {
  const { entityRef, agentRef, choice, onChoose } = props;
  const outlook = useOutlook(entityRef, agentRef);
  return (
    <LoadState query={outlook} what="what this agent may do here">
      {() =>
        outlook.data!.actions.length === 0 ? (
          <EmptyState
            title="No action is for an entity of this kind."
            description="Actions say for which kinds of entities they are when they are registered."
          />
        ) : (
          <>
            <OutlookMatrix
              outlook={outlook.data!}
              chosen={choice}
              onChoose={onChoose}
            />
            {choice.action && choice.environment && (
              <OutlookDetail
                targetRef={entityRef}
                agentRef={agentRef}
                action={choice.action}
                environment={choice.environment}
              />
            )}
          </>
        )
      }
    </LoadState>
  );
}

function operatingFirst(
  all: AgentSummary[],
  operating: AgentSummary[],
): AgentSummary[] {
  const first = new Set(operating.map(({ ref }) => ref));
  return [
    ...all.filter(({ ref }) => first.has(ref)),
    ...all.filter(({ ref }) => !first.has(ref)),
  ];
}

/** An agent from a link stays choosable when it is not known. */
function choices(agents: AgentSummary[], chosen: string) {
  const options = agents.map(({ ref, title }) => ({ id: ref, label: title }));
  return options.some(({ id }) => id === chosen)
    ? options
    : [...options, { id: chosen, label: chosen }];
}
