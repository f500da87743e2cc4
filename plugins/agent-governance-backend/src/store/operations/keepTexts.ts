import { Knex } from 'knex';
import { PolicyText } from '../PolicyStore';

/** Keeps texts by digest, for ever: what decided once must be found when somebody asks why. */
export async function keepTexts(
  knex: Knex,
  texts: PolicyText[],
  now: Date,
): Promise<void> {
  // in one order everywhere, so that writers of the same texts never wait for each other in a circle
  const sorted = [...texts].sort((a, b) => (a.digest < b.digest ? -1 : 1));
  if (sorted.length > 0) {
    await knex('sealed_document')
      .insert(sorted.map(text => ({ ...text, created_at: now.toISOString() })))
      .onConflict('digest')
      .ignore();
  }
}
