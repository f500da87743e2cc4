import { ReplayFlipKind } from '@agentgov/backstage-plugin-agent-governance-common';
import { Select, Tag, TagGroup } from '@backstage/ui';
import { VERDICT_WORDS } from '../../verdictWords';
import { FlipFilter } from './useFlipAddress';
import { KIND_LOOKS } from './kindLooks';
import styles from './ReplayFlips.module.css';

const ANY = 'any';
const PLAIN = ['agent', 'team', 'action', 'policy', 'from', 'to'] as const;

function wordsOf(name: (typeof PLAIN)[number], filter: FlipFilter): string {
  if (name === 'from') {
    return `${VERDICT_WORDS[filter.from!]} now`;
  }
  return name === 'to'
    ? `${VERDICT_WORDS[filter.to!]} under the draft`
    : `${name}: ${filter[name]}`;
}

/** Which of the changed decisions are shown, and the way to all of them. */
export function FlipFilters(props: {
  filter: FlipFilter;
  onChange(filter: FlipFilter): void;
}) {
  const { filter, onChange } = props;
  const narrowed = PLAIN.filter(name => filter[name] !== undefined);
  return (
    <div className={styles.filters}>
      <div className={styles.direction}>
        <Select
          label="Direction"
          size="small"
          options={[
            { id: ANY, label: 'Any' },
            ...Object.entries(KIND_LOOKS).map(([id, { word }]) => ({
              id,
              label: word,
            })),
          ]}
          value={filter.kind ?? ANY}
          onChange={key => {
            const { kind, ...others } = filter;
            onChange(
              key === ANY ? others : { ...others, kind: key as ReplayFlipKind },
            );
          }}
        />
      </div>
      {narrowed.length > 0 && (
        <TagGroup
          aria-label="Only"
          onRemove={removed =>
            onChange(
              Object.fromEntries(
                Object.entries(filter).filter(([name]) => !removed.has(name)),
              ),
            )
          }
        >
          {narrowed.map(name => (
            <Tag key={name} id={name} textValue={wordsOf(name, filter)}>
              {wordsOf(name, filter)}
            </Tag>
          ))}
        </TagGroup>
      )}
    </div>
  );
}
