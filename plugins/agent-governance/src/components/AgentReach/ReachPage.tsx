import { useReach } from '@agentgov/backstage-plugin-agent-governance-react';
import { OutlookDetail } from '../AgentOutlook';
import { EmptyState } from '../EmptyState';
import { LoadState } from '../LoadState';
import { Pager } from './Pager';
import { ReachMatrix } from './ReachMatrix';
import { ReachChoice } from './useReachAddress';

/** How many actions are on screen at once. */
const ACTIONS_PER_PAGE = 6;

/** One page of targets against one page of actions. */
export function ReachPage(props: {
  agentRef: string;
  environment: string;
  /** Ids. */
  actions: string[];
  /** Entity refs. */
  targets: string[];
  choice: ReachChoice;
  onChoose(change: Partial<ReachChoice>): void;
}) {
  const { agentRef, environment, actions, targets, choice, onChoose } = props;
  const { cellTarget, cellAction, columns } = choice;
  const from = (columns - 1) * ACTIONS_PER_PAGE;
  const reach = useReach(agentRef, {
    targets,
    actions: actions.slice(from, from + ACTIONS_PER_PAGE),
    environment,
  });
  if (targets.length === 0) {
    return (
      <EmptyState
        title="There is no such entity that you may see."
        description="Loosen the filters."
      />
    );
  }
  if (actions.length === 0) {
    return <EmptyState title="No action is for entities of this kind." />;
  }
  return (
    <>
      <Pager
        what="actions"
        page={columns}
        size={ACTIONS_PER_PAGE}
        total={actions.length}
        onTurn={turned => onChoose({ columns: turned })}
      />
      <LoadState query={reach} what="what this agent could do">
        {() => (
          <ReachMatrix
            reach={reach.data!}
            chosen={choice}
            onChoose={onChoose}
          />
        )}
      </LoadState>
      {cellTarget && cellAction && (
        <OutlookDetail
          targetRef={cellTarget}
          agentRef={agentRef}
          action={cellAction}
          environment={environment}
        />
      )}
    </>
  );
}
