import {
  CheckpointCoverage,
  CheckpointCoverageCell,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { useActions } from '@agentgov/backstage-plugin-agent-governance-react';
import { Button } from '@backstage/ui';
import { Fragment, useState } from 'react';
import { useAddress } from '../../address';
import { Matrix, MatrixButton, MatrixNote } from '../Matrix';
import { CellDetail } from './CellDetail';
import { CoverageMark, coverageWords } from './CoverageMark';

/** So many actions at first, and so many more each time. */
const ROWS = 50;

/** Actions against environments; each cell opens to which rules say so. */
export function CoverageMatrix(props: {
  coverage: CheckpointCoverage;
  /** Those to show. */
  cells: CheckpointCoverageCell[];
}) {
  const { coverage, cells } = props;
  const actions = useActions();
  const [chosen, setChosen] = useAddress(['cellAction', 'cellEnvironment']);
  const [shown, setShown] = useState(ROWS);
  const environments = coverage.environments.filter(({ name }) =>
    cells.some(({ environment }) => environment === name),
  );
  const actionIds = [...new Set(cells.map(({ actionId }) => actionId))];
  const byPlace = new Map(
    cells.map(cell => [`${cell.environment} ${cell.actionId}`, cell]),
  );
  const titleOf = (actionId: string) =>
    actions.data?.find(({ id }) => id === actionId)?.title;
  return (
    <>
      <Matrix
        label="Checkpoint coverage"
        caption="By policy documents alone. What is covered partly depends on the target or on a condition; of other requests nobody decided."
        columns={
          <>
            <th scope="col">Action</th>
            {environments.map(({ name, production, numbers }) => (
              <th key={name} scope="col">
                {name}
                <MatrixNote>
                  {production ? 'production, ' : ''}
                  {numbers.uncovered} uncovered
                </MatrixNote>
              </th>
            ))}
          </>
        }
      >
        {actionIds.slice(0, shown).map(actionId => (
          <Fragment key={actionId}>
            <tr>
              <th scope="row">
                {titleOf(actionId) ?? actionId}
                <MatrixNote>{actionId}</MatrixNote>
              </th>
              {environments.map(({ name }) => (
                <td key={name}>
                  <CoverageCell
                    cell={byPlace.get(`${name} ${actionId}`)}
                    isChosen={
                      chosen.cellAction === actionId &&
                      chosen.cellEnvironment === name
                    }
                    onChoose={setChosen}
                  />
                </td>
              ))}
            </tr>
            {chosen.cellAction === actionId && (
              <DetailRow
                coverage={coverage}
                cell={byPlace.get(`${chosen.cellEnvironment} ${actionId}`)}
                columns={environments.length + 1}
              />
            )}
          </Fragment>
        ))}
      </Matrix>
      {actionIds.length > shown && (
        <Button variant="secondary" onPress={() => setShown(shown + ROWS)}>
          Show more of {actionIds.length} actions
        </Button>
      )}
    </>
  );
}

function CoverageCell(props: {
  cell: CheckpointCoverageCell | undefined;
  isChosen: boolean;
  onChoose(cell: { cellAction?: string; cellEnvironment?: string }): void;
}) {
  const { cell, isChosen, onChoose } = props;
  if (!cell) {
    return <MatrixNote>Not looked at</MatrixNote>;
  }
  const { actionId, environment } = cell;
  return (
    <MatrixButton
      label={`${actionId} in ${environment}`}
      because={coverageWords(cell)}
      isChosen={isChosen}
      onToggle={() =>
        onChoose(
          isChosen
            ? { cellAction: undefined, cellEnvironment: undefined }
            : { cellAction: actionId, cellEnvironment: environment },
        )
      }
    >
      <CoverageMark cell={cell} />
    </MatrixButton>
  );
}

/** Below the row it is about, so that a long matrix needs no scrolling to it. */
function DetailRow(props: {
  coverage: CheckpointCoverage;
  cell: CheckpointCoverageCell | undefined;
  columns: number;
}) {
  const { coverage, cell, columns } = props;
  return cell ? (
    <tr>
      <td colSpan={columns}>
        <CellDetail coverage={coverage} cell={cell} />
      </td>
    </tr>
  ) : null;
}
