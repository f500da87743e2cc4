import { Entity } from '@backstage/catalog-model';

/** A small organisation: who is in which group, which group is in which, and what they own. */
export interface CatalogPlan {
  /** Person to the groups they are directly in. */
  people?: Record<string, string[]>;
  /** Group to the group around it. */
  groups?: Record<string, string | undefined>;
  /** `kind:name` to owner, what it is part of, and more spec. */
  things?: Record<
    string,
    { owner?: string; partOf?: string[]; spec?: Record<string, string> }
  >;
}

/** Entities as the catalog serves them, with relations on both sides. */
export function buildCatalog(plan: CatalogPlan): Entity[] {
  const entities = new Map<string, Entity>();
  const add = (kind: string, name: string, spec: Record<string, string>) =>
    entities.set(`${kind}:default/${name}`, {
      apiVersion: 'backstage.io/v1alpha1',
      kind: `${kind[0].toLocaleUpperCase('en-US')}${kind.slice(1)}`,
      metadata: { name, namespace: 'default', uid: `${kind}-${name}` },
      spec,
      relations: [],
    });
  const relate = (from: string, type: string, to: string, back: string) => {
    entities.get(from)?.relations?.push({ type, targetRef: to });
    entities.get(to)?.relations?.push({ type: back, targetRef: from });
  };
  Object.keys(plan.people ?? {}).forEach(name => add('user', name, {}));
  Object.keys(plan.groups ?? {}).forEach(name => add('group', name, {}));
  Object.entries(plan.things ?? {}).forEach(([ref, thing]) =>
    add(...(ref.split(':') as [string, string]), thing.spec ?? {}),
  );
  for (const [name, groups] of Object.entries(plan.people ?? {})) {
    groups.forEach(group =>
      relate(
        `user:default/${name}`,
        'memberOf',
        `group:default/${group}`,
        'hasMember',
      ),
    );
  }
  for (const [name, parent] of Object.entries(plan.groups ?? {})) {
    if (parent) {
      relate(
        `group:default/${name}`,
        'childOf',
        `group:default/${parent}`,
        'parentOf',
      );
    }
  }
  for (const [ref, { owner, partOf = [] }] of Object.entries(
    plan.things ?? {},
  )) {
    const full = ref.replace(':', ':default/');
    if (owner) {
      relate(full, 'ownedBy', owner, 'ownerOf');
    }
    partOf.forEach(whole => relate(full, 'partOf', whole, 'hasPart'));
  }
  return [...entities.values()];
}
