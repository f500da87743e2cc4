import { Entity } from '@backstage/catalog-model';

type Load<T> = (refs: string[]) => Promise<Array<T | undefined>>;

/**
 * Puts what several walks ask for at the same time into one read: their hops go to the catalog together.
 *
 * Results come in the order of each caller's refs. A failed read fails everybody who asked in that turn.
 */
export function oneReadATurn<T = Entity>(load: Load<T>): Load<T> {
  let gathering:
    | { refs: Set<string>; read: Promise<Map<string, T | undefined>> }
    | undefined;
  return async refs => {
    if (!gathering) {
      const wanted = new Set<string>();
      gathering = {
        refs: wanted,
        read: Promise.resolve().then(async () => {
          gathering = undefined;
          const all = [...wanted];
          const loaded = await load(all);
          return new Map(all.map((ref, index) => [ref, loaded[index]]));
        }),
      };
    }
    refs.forEach(ref => gathering!.refs.add(ref));
    const found = await gathering.read;
    return refs.map(ref => found.get(ref));
  };
}
