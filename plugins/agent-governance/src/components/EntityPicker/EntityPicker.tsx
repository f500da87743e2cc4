import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { Combobox, useAsyncList } from '@backstage/ui';

const MOST = 20;

/** What people call an entity; without it the catalog compares with ids nobody has ever seen. */
const SEARCHED = [
  'metadata.name',
  'metadata.title',
  'spec.profile.displayName',
];

interface EntityOption {
  id: string;
  label: string;
  description?: string;
}

function optionOf(entityRef: string): EntityOption {
  try {
    const { kind, namespace, name } = parseEntityRef(entityRef);
    return {
      id: entityRef,
      label: name,
      description: `${kind} in ${namespace}`,
    };
  } catch {
    return { id: entityRef, label: entityRef };
  }
}

/** Finds an entity of the catalog by what a person types. */
export function EntityPicker(props: {
  label: string;
  description?: string;
  kinds: string[];
  /** Entity ref. */
  value: string | undefined;
  onChange(entityRef: string | undefined): void;
}) {
  const { label, description, kinds, value, onChange } = props;
  const catalogApi = useApi(catalogApiRef);
  const found = useAsyncList<EntityOption>({
    load: async ({ filterText }) => {
      const { items } = await catalogApi.queryEntities({
        filter: { kind: kinds },
        fullTextFilter: { term: filterText ?? '', fields: SEARCHED },
        fields: ['kind', 'metadata.name', 'metadata.namespace'],
        limit: MOST,
      });
      return {
        items: items.map(entity => optionOf(stringifyEntityRef(entity))),
      };
    },
  });
  return (
    <Combobox
      label={label}
      description={description}
      placeholder="Type a name"
      search={{ mode: 'server' }}
      options={found}
      value={value ? optionOf(value) : null}
      onChange={option => onChange(option?.id)}
    />
  );
}
