import { CheckpointCoverageCell, CheckpointCoverageNumbers } from '../../model';

/** How many cells are in which state. */
export function countCells(
  cells: readonly CheckpointCoverageCell[],
): CheckpointCoverageNumbers {
  const numbers: CheckpointCoverageNumbers = {
    cells: cells.length,
    denied: 0,
    held: 0,
    allowed: 0,
    uncovered: 0,
    partly: 0,
  };
  for (const { state, extent } of cells) {
    numbers[state] += 1;
    numbers.partly += extent === 'partly' ? 1 : 0;
  }
  return numbers;
}
