import { Entity } from '@backstage/catalog-model';

/** An entity as the catalog serves it: `graphEntity('component:api', { dependsOn: ['component:db'] })`. */
export function graphEntity(
  ref: string,
  relations: Record<string, string[]> = {},
  metadata: Partial<Entity['metadata']> = {},
): Entity {
  const [kind, name] = ref.split(':');
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: { name, namespace: 'default', ...metadata },
    relations: Object.entries(relations).flatMap(([type, targets]) =>
      targets.map(target => ({
        type,
        targetRef: target.replace(':', ':default/'),
      })),
    ),
  };
}

/** Loads of these entities, as walks ask for them. */
export function loaderOf(entities: Entity[]) {
  const byRef = new Map(
    entities.map(each => [`${each.kind}:default/${each.metadata.name}`, each]),
  );
  return jest.fn(async (refs: string[]) => refs.map(ref => byRef.get(ref)));
}
