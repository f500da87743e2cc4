import {
  Reach,
  ReachAction,
  ReachTarget,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  EntityName,
  PlainText,
  Time,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { VisuallyHidden } from '@backstage/ui';
import { ReachMark } from './ReachMark';
import styles from './AgentReach.module.css';

interface Cell {
  cellTarget?: string;
  cellAction?: string;
}

/** What would become of each action on each target; each cell opens to why. */
export function ReachMatrix(props: {
  reach: Reach;
  chosen: Cell;
  onChoose(cell: Cell): void;
}) {
  const { reach, chosen, onChoose } = props;
  return (
    <div
      className={styles.scroll}
      role="group"
      // a wide matrix scrolls on its own, so the keyboard must reach it
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label="Reach"
    >
      <table className={styles.matrix}>
        <caption className={styles.caption}>
          In {reach.environment}, as of <Time value={reach.decidedAt} />, if the
          agent quotes the context as it is now. What depends on the input
          counts as unknown.
        </caption>
        <thead>
          <tr>
            <th scope="col">Target</th>
            {reach.actions.map(({ actionId, actionTitle }) => (
              <th key={actionId} scope="col">
                <PlainText text={actionTitle} limit={60} />
                <span className={styles.quiet}>{actionId}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {reach.targets.map(target => (
            <tr key={target.targetRef}>
              <th scope="row">
                <EntityName entityRef={target.targetRef} />
              </th>
              {reach.actions.map(action => (
                <td key={action.actionId}>
                  <ReachCell
                    action={action}
                    target={target}
                    isChosen={
                      chosen.cellAction === action.actionId &&
                      chosen.cellTarget === target.targetRef
                    }
                    onChoose={onChoose}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ReachCell(props: {
  action: ReachAction;
  target: ReachTarget;
  isChosen: boolean;
  onChoose(cell: Cell): void;
}) {
  const { action, target, isChosen, onChoose } = props;
  const { actionId, actionTitle } = action;
  const { targetRef, verdicts } = target;
  const found = verdicts.find(one => one.actionId === actionId);
  if (!found) {
    return <span className={styles.quiet}>Not for this</span>;
  }
  return (
    <button
      type="button"
      className={styles.cell}
      aria-expanded={isChosen}
      title={found.because}
      onClick={() =>
        onChoose(
          isChosen
            ? { cellTarget: undefined, cellAction: undefined }
            : { cellTarget: targetRef, cellAction: actionId },
        )
      }
    >
      <VisuallyHidden>
        {actionTitle} on {targetRef}:{' '}
      </VisuallyHidden>
      <ReachMark verdict={found.verdict} reason={found.reason} />
    </button>
  );
}
