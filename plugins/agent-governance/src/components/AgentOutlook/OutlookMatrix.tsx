import { Outlook } from '@agentgov/backstage-plugin-agent-governance-common';
import {
  Time,
  VerdictBadge,
} from '@agentgov/backstage-plugin-agent-governance-react';
import { Matrix, MatrixButton, MatrixNote } from '../Matrix';

interface Cell {
  action: string;
  environment: string;
}

/** A verdict for every action in every environment; each opens to why. */
export function OutlookMatrix(props: {
  outlook: Outlook;
  chosen: Partial<Cell>;
  onChoose(cell: Partial<Cell>): void;
}) {
  const { outlook, chosen, onChoose } = props;
  const isChosen = (cell: Cell) =>
    chosen.action === cell.action && chosen.environment === cell.environment;
  return (
    <Matrix
      label="Verdicts"
      caption={
        <>
          As of <Time value={outlook.decidedAt} />, if the agent quotes the
          context as it is now. What depends on the input counts as unknown.
        </>
      }
      columns={
        <>
          <th scope="col">Action</th>
          {outlook.environments.map(environment => (
            <th key={environment} scope="col">
              {environment}
            </th>
          ))}
        </>
      }
    >
      {outlook.actions.map(({ actionId, actionTitle, verdicts }) => (
        <tr key={actionId}>
          <th scope="row">
            {actionTitle}
            <MatrixNote>{actionId}</MatrixNote>
          </th>
          {verdicts.map(({ environment, verdict, reason, because }) => {
            const cell = { action: actionId, environment };
            return (
              <td key={environment}>
                <MatrixButton
                  label={`${actionTitle} in ${environment}`}
                  because={because}
                  isChosen={isChosen(cell)}
                  onToggle={() => onChoose(isChosen(cell) ? {} : cell)}
                >
                  <VerdictBadge verdict={verdict} reason={reason} />
                </MatrixButton>
              </td>
            );
          })}
        </tr>
      ))}
    </Matrix>
  );
}
