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
import { Matrix, MatrixButton, MatrixNote } from '../Matrix';
import { ReachMark } from './ReachMark';

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
    <Matrix
      label="Reach"
      caption={
        <>
          In {reach.environment}, as of <Time value={reach.decidedAt} />, if the
          agent quotes the context as it is now. What depends on the input
          counts as unknown.
        </>
      }
      columns={
        <>
          <th scope="col">Target</th>
          {reach.actions.map(({ actionId, actionTitle }) => (
            <th key={actionId} scope="col">
              <PlainText text={actionTitle} limit={60} />
              <MatrixNote>{actionId}</MatrixNote>
            </th>
          ))}
        </>
      }
    >
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
    </Matrix>
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
    return <MatrixNote>Not for this</MatrixNote>;
  }
  return (
    <MatrixButton
      label={`${actionTitle} on ${targetRef}`}
      because={found.because}
      isChosen={isChosen}
      onToggle={() =>
        onChoose(
          isChosen
            ? { cellTarget: undefined, cellAction: undefined }
            : { cellTarget: targetRef, cellAction: actionId },
        )
      }
    >
      <ReachMark verdict={found.verdict} reason={found.reason} />
    </MatrixButton>
  );
}
