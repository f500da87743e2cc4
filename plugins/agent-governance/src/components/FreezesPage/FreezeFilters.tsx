import { Freeze } from '@agentgov/backstage-plugin-agent-governance-common';
import { Button, Select, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { RiCalendarLine, RiListUnordered } from '@remixicon/react';
import { EntityPicker } from '../EntityPicker';
import { EnvironmentSelect } from '../EnvironmentSelect';
import { FreezeParams, FREEZE_STATES } from './useFreezeParams';
import styles from './FreezesPage.module.css';

const WORDS: Record<Freeze['state'], string> = {
  'in-force': 'In force',
  planned: 'Planned',
  over: 'Over',
  'ended-early': 'Ended early',
};

/** What to look for, and as what to look at it. */
export function FreezeFilters(props: {
  shown: FreezeParams;
  /** Where a month does not fit there is nothing to choose. */
  isNarrow: boolean;
  onChange(change: Partial<FreezeParams>): void;
}) {
  const { shown, isNarrow, onChange } = props;
  return (
    <form
      className={styles.filters}
      aria-label="Filters"
      onSubmit={event => event.preventDefault()}
    >
      {!isNarrow && (
        <ToggleButtonGroup
          aria-label="Show as"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[shown.view]}
          onSelectionChange={keys =>
            onChange({ view: keys.has('list') ? 'list' : 'month' })
          }
        >
          <ToggleButton id="month" iconStart={<RiCalendarLine />}>
            Month
          </ToggleButton>
          <ToggleButton id="list" iconStart={<RiListUnordered />}>
            List
          </ToggleButton>
        </ToggleButtonGroup>
      )}
      <EntityPicker
        label="Covering"
        kinds={['component', 'system', 'api', 'resource', 'domain']}
        value={shown.covering}
        onChange={covering => onChange({ covering })}
      />
      <EnvironmentSelect
        all="Any"
        value={shown.environment}
        onChange={environment => onChange({ environment })}
      />
      <Select
        label="State"
        selectionMode="multiple"
        placeholder="Any"
        options={FREEZE_STATES.map(state => ({
          id: state,
          label: WORDS[state],
        }))}
        value={shown.state}
        onChange={keys => onChange({ state: keys as Array<Freeze['state']> })}
      />
      <Button
        className={styles.clear}
        variant="tertiary"
        onPress={() =>
          onChange({ covering: undefined, environment: undefined, state: [] })
        }
      >
        Clear
      </Button>
    </form>
  );
}
