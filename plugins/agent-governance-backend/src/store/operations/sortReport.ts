import { ConflictError } from '@backstage/errors';
import { Knex } from 'knex';
import { AssertionRow } from '../contextRows';
import { ReportedFact } from '../ContextStore';

/**
 * Tells what of a report is new from what was said before, word for word.
 *
 * @throws ConflictError for a statement that is older than the source's last about the same fact,
 *   or says something else of the same moment: a source that replays old data must not look fresh.
 */
export async function sortReport(
  tx: Knex.Transaction,
  options: { source: string; facts: ReportedFact[] },
): Promise<{ added: ReportedFact[]; changed: ReportedFact[] }> {
  const { source, facts } = options;
  const current = await readCurrent(tx, options);
  const repeated = await readRepeated(tx, options);
  const added = facts.filter(fact => {
    const last = current.get(keyOf(fact));
    if (!last || last.observed_at < fact.observedAt) {
      return true;
    }
    const said = repeated.get(`${keyOf(fact)} ${fact.observedAt}`);
    if (said?.digest === fact.digest) {
      return false;
    }
    throw new ConflictError(
      `facts[${fact.index}].observedAt: the source '${source}' last said of ${fact.factType} of ${fact.entityRef} what it observed at ${last.observed_at}; this was observed at ${fact.observedAt}`,
    );
  });
  const changed = added.filter(
    fact => current.get(keyOf(fact))?.digest !== fact.digest,
  );
  return { added, changed };
}

function keyOf(fact: { entityRef: string; factType: string }): string {
  return `${fact.entityRef} ${fact.factType}`;
}

async function readCurrent(
  tx: Knex.Transaction,
  options: { source: string; facts: ReportedFact[] },
): Promise<Map<string, AssertionRow>> {
  const rows: AssertionRow[] = await tx('context_current as current')
    .join('context_assertion as said', 'said.id', 'current.assertion_id')
    .where('current.source_id', options.source)
    .whereIn('current.entity_ref', unique(options.facts, 'entityRef'))
    .whereIn('current.fact_type', unique(options.facts, 'factType'))
    .select('said.*');
  return new Map(rows.map(row => [`${row.entity_ref} ${row.fact_type}`, row]));
}

async function readRepeated(
  tx: Knex.Transaction,
  options: { source: string; facts: ReportedFact[] },
): Promise<Map<string, AssertionRow>> {
  const rows: AssertionRow[] = await tx('context_assertion')
    .where('source_id', options.source)
    .whereIn('entity_ref', unique(options.facts, 'entityRef'))
    .whereIn('fact_type', unique(options.facts, 'factType'))
    .whereIn('observed_at', unique(options.facts, 'observedAt'));
  return new Map(
    rows.map(row => [
      `${row.entity_ref} ${row.fact_type} ${row.observed_at}`,
      row,
    ]),
  );
}

function unique(
  facts: ReportedFact[],
  member: 'entityRef' | 'factType' | 'observedAt',
): string[] {
  return [...new Set(facts.map(fact => fact[member]))];
}
