import { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import { seal } from './governanceInternals';

/** Below the number of bindings that SQLite takes in one statement, by the widest table. */
const CHUNK = 200;
const DAY_MS = 24 * 3_600_000;

/** What a record was filled with. */
export interface FilledRecord {
  decisions: number;
  /** Mean, in bytes. */
  factsBytes: number;
  /** Different texts of facts; policy sets are few. */
  documents: number;
}

/**
 * Multiplies the decisions that are recorded until there are so many more: the same requests at other moments, each with
 * facts of its own, over the week before yesterday.
 */
export async function fillRecord(
  knex: Knex,
  count: number,
): Promise<FilledRecord> {
  const templates = await knex('decision')
    .join('action_request', 'action_request.id', 'decision.request_id')
    .join('sealed_document', 'sealed_document.digest', 'decision.facts_digest')
    .where('decision.purpose', 'proposal')
    .select('decision.id as decision', 'request_id as request', 'bytes');
  const decisions = byId(await knex('decision'));
  const requests = byId(await knex('action_request'));
  const from = Date.now() - 8 * DAY_MS;
  let bytes = 0;
  const copyOf = (nth: number) => {
    const template = templates[nth % templates.length];
    return copy(new Date(from + (nth * 7 * DAY_MS) / count), {
      facts: template.bytes,
      request: requests.get(template.request),
      decision: decisions.get(template.decision),
    });
  };
  for (let at = 0; at < count; at += CHUNK) {
    const made = Array.from(
      { length: Math.min(CHUNK, count - at) },
      (_, index) => copyOf(at + index),
    );
    bytes += made.reduce((sum, { document }) => sum + document.bytes.length, 0);
    await knex.transaction(async tx => {
      await tx('sealed_document')
        .insert(made.map(({ document }) => document))
        .onConflict('digest')
        .ignore();
      await tx('action_request').insert(made.map(({ request }) => request));
      await tx('decision').insert(made.map(({ decision }) => decision));
    });
  }
  return {
    decisions: count,
    factsBytes: Math.round(bytes / count),
    documents: count,
  };
}

/** The same request at another moment, in rows of its own. */
function copy(
  moment: Date,
  of: { facts: string; request?: object; decision?: object },
) {
  const time = moment.toISOString();
  const facts = JSON.parse(of.facts);
  facts.time.now = { ...facts.time.now, value: time };
  const sealed = seal(facts);
  const request = uuidv7({ msecs: moment.getTime() });
  const decision = uuidv7({ msecs: moment.getTime() });
  return {
    document: {
      digest: sealed.digest,
      kind: 'facts',
      bytes: sealed.bytes,
      created_at: time,
    },
    request: {
      ...of.request,
      id: request,
      idempotency_key: request,
      state: 'withdrawn',
      decision_id: decision,
      hold_decision_id: null,
      call_key: null,
      created_at: time,
      updated_at: time,
    },
    decision: {
      ...of.decision,
      id: decision,
      request_id: request,
      facts_digest: sealed.digest,
      effective_at: time,
    },
  };
}

function byId(rows: Array<{ id: string }>): Map<string, object> {
  return new Map(rows.map(row => [row.id, row]));
}
