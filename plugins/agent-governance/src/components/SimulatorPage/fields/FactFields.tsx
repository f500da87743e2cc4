import {
  FACT_SCHEMA,
  formatFactType,
  isFactPath,
} from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { PlainText } from '@agentgov/backstage-plugin-agent-governance-react';
import { Button, Combobox, Select } from '@backstage/ui';
import { RiAddLine, RiDeleteBinLine } from '@remixicon/react';
import { exampleText, factTypeOf, toOverride } from '../factText';
import { FactRow, FactRowState } from '../SimulatorForm';
import { FactValueField } from './FactValueField';
import styles from '../SimulatorPage.module.css';

/** What has a field of its own, so that what follows from it follows. */
const ELSEWHERE = [
  'input',
  'time.now',
  'time.weekday',
  'time.hour',
  'time.zone',
];
const OPTIONS = Object.entries(FACT_SCHEMA)
  .filter(([path]) => !ELSEWHERE.includes(path))
  .map(([path, { description }]) => ({ id: path, label: path, description }));

const STATES: Record<FactRowState, string> = {
  known: 'Known',
  none: 'Known to be none',
  stale: 'Stale',
  unknown: 'Unknown',
};

/** Facts that are taken to be otherwise. */
export function FactFields(props: {
  facts: FactRow[];
  onChange(facts: FactRow[]): void;
}) {
  const { facts, onChange } = props;
  const put = (index: number, change: Partial<FactRow>) =>
    onChange(
      facts.map((row, at) => (at === index ? { ...row, ...change } : row)),
    );
  return (
    <div className={styles.fields}>
      {facts.length === 0 && (
        <p className={styles.note}>Every fact is as it is.</p>
      )}
      <ul className={styles.rows} aria-label="Overridden facts">
        {facts.map((row, index) => (
          <li key={index} className={styles.row}>
            <FactRowFields
              row={row}
              onChange={change => put(index, change)}
              onRemove={() => onChange(facts.filter((_, at) => at !== index))}
            />
          </li>
        ))}
      </ul>
      <div>
        <Button
          size="small"
          variant="secondary"
          iconStart={<RiAddLine />}
          onPress={() =>
            onChange([...facts, { path: '', state: 'known', text: '' }])
          }
        >
          Override a fact
        </Button>
      </div>
    </div>
  );
}

function FactRowFields(props: {
  row: FactRow;
  onChange(change: Partial<FactRow>): void;
  onRemove(): void;
}) {
  const { row, onChange, onRemove } = props;
  const type = factTypeOf(row.path);
  const read = row.path === '' ? undefined : toOverride(row);
  return (
    <>
      <Combobox
        label="Fact"
        placeholder="Type a name"
        options={OPTIONS}
        value={row.path === '' ? null : row.path}
        onChange={chosen => {
          const path = chosen ? String(chosen) : '';
          onChange({ path, text: exampleText(path) });
        }}
      />
      {isFactPath(row.path) && (
        <p className={styles.note}>
          {FACT_SCHEMA[row.path].description}{' '}
          <code>{formatFactType(FACT_SCHEMA[row.path].type)}</code>
        </p>
      )}
      <Select
        label="State"
        options={Object.entries(STATES).map(([id, label]) => ({ id, label }))}
        value={row.state}
        onChange={key => onChange({ state: key as FactRowState })}
      />
      {type && (row.state === 'known' || row.state === 'stale') && (
        <FactValueField
          type={type}
          text={row.text}
          onChange={text => onChange({ text })}
        />
      )}
      {read && 'problem' in read && (
        <p className={styles.problem} role="status">
          <PlainText text={read.problem} />
        </p>
      )}
      <div>
        <Button
          size="small"
          variant="tertiary"
          iconStart={<RiDeleteBinLine />}
          aria-label={`Take it as it is: ${row.path || 'no fact yet'}`}
          onPress={onRemove}
        >
          Take it as it is
        </Button>
      </div>
    </>
  );
}
