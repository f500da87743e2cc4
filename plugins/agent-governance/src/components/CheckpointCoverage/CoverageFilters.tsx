import { Checkbox, SearchField } from '@backstage/ui';
import { OneOf } from '../OneOf';
import { CoverageFilter } from './useCoverageFilter';
import styles from './CheckpointCoverage.module.css';

/** Which of all cells to look at. */
export function CoverageFilters(props: {
  filter: CoverageFilter;
  environments: string[];
  onChange(change: CoverageFilter): void;
}) {
  const { filter, environments, onChange } = props;
  return (
    <form
      className={styles.filters}
      aria-label="Filters"
      onSubmit={event => event.preventDefault()}
    >
      <SearchField
        label="Action"
        value={filter.action ?? ''}
        onChange={action => onChange({ action: action || undefined })}
      />
      <OneOf
        label="Environment"
        choices={environments.map(name => ({ id: name, label: name }))}
        value={filter.environment}
        onChange={environment => onChange({ environment })}
      />
      <Checkbox
        isSelected={filter.uncovered ?? false}
        onChange={uncovered => onChange({ uncovered })}
      >
        Uncovered only
      </Checkbox>
    </form>
  );
}
