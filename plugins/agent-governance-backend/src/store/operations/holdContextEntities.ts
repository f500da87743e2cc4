import { Knex } from 'knex';

/**
 * Takes the rows of these entities until commit, in one order for everybody: two writers about one
 * entity come one after the other, and none waits for another in a circle.
 */
export async function holdContextEntities(
  tx: Knex.Transaction,
  entityRefs: string[],
): Promise<void> {
  const rows = [...new Set(entityRefs)]
    .sort()
    .map(ref => ({ entity_ref: ref, revision: 1 }));
  await tx('context_entity')
    .insert(rows)
    .onConflict('entity_ref')
    .merge({ revision: tx.raw('context_entity.revision + 1') });
}
