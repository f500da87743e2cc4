import { Freeze } from '@agentgov/backstage-plugin-agent-governance-common';
import { useEnvironments } from '@agentgov/backstage-plugin-agent-governance-react';
import { Button, Select, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { RiCalendarLine, RiListUnordered } from '@remixicon/react';
import { EntityPicker } from '../EntityPicker';
import { FreezeParams, FREEZE_STATES } from './useFreezeParams';
import styles from './FreezesPage.module.css';

const ANY = 'any';
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
  const environments = useEnvironments();
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
      <Select
        label="Environment"
        options={[
          { id: ANY, label: 'Any' },
          ...(environments.data ?? []).map(({ name }) => ({
            id: name,
            label: name,
          })),
        ]}
        value={shown.environment ?? ANY}
        onChange={key =>
          onChange({ environment: key === ANY ? undefined : String(key) })
        }
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
