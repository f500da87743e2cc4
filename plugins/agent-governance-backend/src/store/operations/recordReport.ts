import { canonicalJson } from '@agentgov/backstage-plugin-agent-governance-common';
import { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import { appendEntry } from '../../ledger/appendEntry';
import { ReportedFact } from '../ContextStore';
import { AssertionRow } from '../contextRows';
import { bumpEpoch } from '../epoch';
import { holdContextEntities } from './holdContextEntities';
import { sortReport } from './sortReport';

/** Rows that one statement writes: below what SQLite takes as variables. */
const BATCH = 100;

/**
 * Records what a source said: the statements themselves, which of them is its newest, the end of
 * sign-offs of other values, and one ledger entry per entity.
 */
export async function recordReport(
  tx: Knex.Transaction,
  options: {
    source: string;
    subject: string;
    facts: ReportedFact[];
    now: Date;
  },
): Promise<number> {
  const { source, facts, now } = options;
  const at = now.toISOString();
  await holdContextEntities(
    tx,
    facts.map(fact => fact.entityRef),
  );
  const { added, changed } = await sortReport(tx, options);
  if (added.length === 0) {
    return 0;
  }
  const rows = added.map(fact => toAssertionRow(fact, { source, now }));
  for (let i = 0; i < rows.length; i += BATCH) {
    await writeRows(tx, rows.slice(i, i + BATCH));
  }
  for (const fact of changed) {
    await tx('context_sign_off')
      .where({ entity_ref: fact.entityRef, fact_type: fact.factType })
      .whereNot({ digest: fact.digest })
      .whereNull('lapsed_at')
      .update({ lapsed_at: at });
  }
  await appendReportEntries(tx, { ...options, facts: added });
  await bumpEpoch(tx);
  return added.length;
}

async function writeRows(tx: Knex.Transaction, rows: AssertionRow[]) {
  await tx('context_assertion').insert(rows);
  await tx('context_current')
    .insert(
      rows.map(row => ({
        entity_ref: row.entity_ref,
        fact_type: row.fact_type,
        source_id: row.source_id,
        assertion_id: row.id,
        observed_at: row.observed_at,
      })),
    )
    .onConflict(['entity_ref', 'fact_type', 'source_id'])
    .merge(['assertion_id', 'observed_at'])
    .where('context_current.observed_at', '<', tx.raw('excluded.observed_at'));
}

function toAssertionRow(
  fact: ReportedFact,
  options: { source: string; now: Date },
): AssertionRow {
  return {
    id: uuidv7({ msecs: options.now.getTime() }),
    entity_ref: fact.entityRef,
    fact_type: fact.factType,
    value: canonicalJson(fact.value),
    digest: fact.digest,
    source_id: options.source,
    source_revision: fact.sourceRevision ?? null,
    observed_at: fact.observedAt,
    acquired_at: options.now.toISOString(),
  };
}

async function appendReportEntries(
  tx: Knex.Transaction,
  options: {
    source: string;
    subject: string;
    facts: ReportedFact[];
    now: Date;
  },
) {
  const { source, subject, facts, now } = options;
  const entityRefs = new Set(facts.map(fact => fact.entityRef));
  for (const entityRef of [...entityRefs].sort()) {
    const own = facts.filter(fact => fact.entityRef === entityRef);
    await appendEntry(tx, {
      stream: `context:${entityRef}`,
      type: 'context.reported',
      body: {
        source,
        subject,
        facts: own.map(({ factType, observedAt }) => ({
          factType,
          observedAt,
        })),
      },
      payloads: [
        {
          name: 'values',
          content: own.map(({ factType, value, digest, sourceRevision }) => ({
            factType,
            value,
            digest,
            ...(sourceRevision !== undefined && { sourceRevision }),
          })),
          classification: 'facts',
        },
      ],
      time: now,
    });
  }
}
