import { Tag, TagGroup } from '@backstage/ui';
import { EntityPicker } from '../EntityPicker';

/** Several entities of the catalog, one found after the other. */
export function EntitiesPicker(props: {
  label: string;
  description?: string;
  kinds: string[];
  /** Entity refs. */
  value: string[];
  onChange(entityRefs: string[]): void;
}) {
  const { label, description, kinds, value, onChange } = props;
  return (
    <div>
      <EntityPicker
        // once one is taken, the field is there for the next
        key={value.length}
        label={label}
        description={description}
        kinds={kinds}
        value={undefined}
        onChange={ref =>
          ref !== undefined && !value.includes(ref) && onChange([...value, ref])
        }
      />
      {value.length > 0 && (
        <TagGroup
          aria-label={`${label}: chosen`}
          onRemove={removed => onChange(value.filter(ref => !removed.has(ref)))}
        >
          {value.map(ref => (
            <Tag key={ref} id={ref} textValue={ref}>
              {ref}
            </Tag>
          ))}
        </TagGroup>
      )}
    </div>
  );
}
