import {
  ActionDescription,
  Environment,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  useActions,
  useEnvironments,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { EmptyState } from '../EmptyState';
import { LoadState } from '../LoadState';
import { Section } from '../Section';
import { Pager } from './Pager';
import { ReachFilters } from './ReachFilters';
import { ReachPage } from './ReachPage';
import { useReachAddress } from './useReachAddress';
import { TARGETS_PER_PAGE, useReachTargets } from './useReachTargets';
import styles from './AgentReach.module.css';

/** What one agent could run, would have to wait for, and could never do; found out for what is on screen, and no more. */
export function AgentReach(props: { agentRef: string }) {
  const environments = useEnvironments();
  const actions = useActions();
  return (
    <Section title="What could it do?">
      <LoadState query={environments} what="the environments of this portal">
        <LoadState query={actions} what="the actions of this portal">
          {() =>
            environments.data?.length === 0 ? (
              <EmptyState title="No environment is configured, so nothing can be asked for." />
            ) : (
              <ReachOf
                agentRef={props.agentRef}
                environments={environments.data ?? []}
                actions={actions.data!}
              />
            )
          }
        </LoadState>
      </LoadState>
    </Section>
  );
}

function ReachOf(props: {
  agentRef: string;
  environments: Environment[];
  actions: ActionDescription[];
}) {
  const [choice, choose] = useReachAddress();
  const environments = [...props.environments].sort((a, b) => a.rank - b.rank);
  const environment = choice.environment ?? environments[0].name;
  const fitting = effectsFirst(
    props.actions.filter(({ targetKinds }) =>
      targetKinds.some(kind => kind === '*' || kind === choice.kind),
    ),
  );
  const targets = useReachTargets(choice);
  return (
    <div className={styles.reach}>
      <ReachFilters
        choice={choice}
        environment={environment}
        environments={environments}
        actions={fitting}
        onChange={choose}
      />
      <LoadState query={targets} what="the entities it could act on">
        {() => (
          <ReachPage
            agentRef={props.agentRef}
            environment={environment}
            // one from a link is asked about even if it is for something else: the portal says what is wrong with it
            actions={
              choice.action ? [choice.action] : fitting.map(({ id }) => id)
            }
            targets={targets.data!.refs}
            choice={choice}
            onChoose={choose}
          />
        )}
      </LoadState>
      <Pager
        what="targets"
        page={choice.page}
        size={TARGETS_PER_PAGE}
        total={targets.data?.total ?? 0}
        onTurn={page => choose({ page })}
      />
    </div>
  );
}

/** What changes something is what people look for. */
function effectsFirst(actions: ActionDescription[]): ActionDescription[] {
  const isRead = ({ effectClass }: ActionDescription) => effectClass === 'read';
  return [
    ...actions.filter(action => !isRead(action)),
    ...actions.filter(isRead),
  ];
}
