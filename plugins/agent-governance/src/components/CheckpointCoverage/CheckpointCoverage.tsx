import { CheckpointCoverage as Coverage } from '@agentgov/backstage-plugin-agent-governance-common';
import { useCheckpointCoverage } from '@agentgov/backstage-plugin-agent-governance-react';
import { Text } from '@backstage/ui';
import { EmptyState } from '../EmptyState';
import { LoadState } from '../LoadState';
import { CoverageFilters } from './CoverageFilters';
import { CoverageLimits } from './CoverageLimits';
import { CoverageMatrix } from './CoverageMatrix';
import { inWords } from './inWords';
import { isIn, useCoverageFilter } from './useCoverageFilter';
import styles from './CheckpointCoverage.module.css';

/** What policy documents say of every action that changes something, in every environment, and where nobody decided. */
export function CheckpointCoverage() {
  const query = useCheckpointCoverage();
  return (
    <LoadState query={query} what="what policies cover">
      {() => <CoverageView coverage={query.data!} />}
    </LoadState>
  );
}

function CoverageView(props: { coverage: Coverage }) {
  const { coverage } = props;
  const [filter, setFilter] = useCoverageFilter();
  const cells = coverage.cells.filter(cell => isIn(filter, cell));
  return (
    <div className={styles.view}>
      <Text as="p" variant="body-large" weight="bold" role="status">
        {inWords(coverage)}
      </Text>
      <CoverageFilters
        filter={filter}
        environments={coverage.environments.map(({ name }) => name)}
        onChange={setFilter}
      />
      {cells.length > 0 ? (
        <CoverageMatrix coverage={coverage} cells={cells} />
      ) : (
        <EmptyState
          title={
            coverage.numbers.cells === 0
              ? 'No action that changes something is registered.'
              : 'Nothing is like this.'
          }
          description={
            filter.uncovered && coverage.numbers.uncovered === 0
              ? 'Every action that changes something is covered in every environment, at least partly.'
              : undefined
          }
        />
      )}
      <CoverageLimits limits={coverage.outside} />
    </div>
  );
}
