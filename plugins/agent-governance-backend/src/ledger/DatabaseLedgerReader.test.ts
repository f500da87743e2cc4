import { TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import {
  LedgerEntryView,
  canonicalJson,
  sha256Hex,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { hashLeaf } from '@agentgov/backstage-plugin-agent-governance-common/ledger';
import { migratedDatabase } from '../__testUtils__/migratedDatabase';
import { DefaultLedgerService } from '../service/ledger/DefaultLedgerService';
import { approvalsAsCast } from '../service/requests/approvalsNow';
import { tallyOf } from '../service/requests/tallyOf';
import {
  decisionRecord,
  ownerCheckpoint,
  requestRow,
  reviewRow,
} from '../store/__testUtils__/records';
import { DatabaseActionRequestStore } from '../store/DatabaseActionRequestStore';
import { DatabaseLedgerReader } from './DatabaseLedgerReader';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const now = new Date('2026-11-22T12:00:00.000Z');

/** Held, approved, authorised, claimed and settled, by the store that does it in the portal. */
async function writeStory(knex: Knex): Promise<string> {
  const store = DatabaseActionRequestStore.create({ knex });
  const made = requestRow({ verdict: 'hold', now });
  const { id } = made.row;
  await store.insert({ ...made, messages: [], now });

  const presentation = canonicalJson({ shown: 'what was on the screen' });
  const review = reviewRow(
    made.row,
    {
      presentation_digest: sha256Hex(
        `agentgov.presentation.v1\0${presentation}`,
      ),
      comment: 'Looks right',
    },
    now,
  );
  await store.review({
    review,
    actionDigest: made.row.action_digest,
    presentation,
    tally: reviews =>
      tallyOf(made.row, { checkpoints: [ownerCheckpoint] }, reviews),
    messages: [],
    now,
  });
  const decide = async (purpose: 'review' | 'effect') => ({
    request: (await store.get(id))!,
    record: decisionRecord({ requestId: id, verdict: 'hold', purpose, now }),
    approvals: approvalsAsCast([review]),
    epoch: await store.epoch(),
    messages: [],
    now,
  });
  const executeBy = new Date(now.getTime() + 60_000).toISOString();
  await store.redecide({
    ...(await decide('review')),
    to: 'authorised',
    set: { execute_by: executeBy },
  });
  const claim = await store.claim({
    ...(await decide('effect')),
    idempotencyKey: `key-${id}`,
    leaseToken: 'token',
    leaseMs: 30_000,
    workerId: 'worker',
  });
  await store.settle({
    claim: claim!,
    settlement: { outcome: 'succeeded', output: { deployed: true } },
    because: 'It ran, and succeeded.',
    messages: [],
    now,
  });
  return `action-request:${id}`;
}

describe.each(databases.eachSupportedId())(
  'invariant 10: the ledger in a database, %p',
  databaseId => {
    let knex: Knex;
    let service: DefaultLedgerService;
    let stream: string;

    beforeEach(async () => {
      knex = await migratedDatabase(databases, databaseId);
      service = DefaultLedgerService.create({
        reader: DatabaseLedgerReader.create({ knex }),
      });
      await writeStory(knex);
      stream = await writeStory(knex);
      await writeStory(knex);
    });

    const problems = async (query: { stream?: string } = {}) =>
      (await service.verify(query)).findings.map(({ problem }) => problem);
    const row = (index: number) => ({ stream, stream_index: index });
    const entry = async (index: number) =>
      knex('ledger_entry').where(row(index)).first();

    it('finds nothing wrong with what the store wrote', async () => {
      await expect(service.verify({})).resolves.toMatchObject({
        ok: true,
        entries: 15,
        streams: 3,
        findings: [],
      });
      await expect(service.verify({ stream })).resolves.toMatchObject({
        ok: true,
        entries: 5,
        streams: 1,
      });
    });

    it('lists newest first, page by page, without a gap or a repeat', async () => {
      const pagesOf = async (query: { stream?: string }) => {
        const entries: LedgerEntryView[] = [];
        let cursor: string | undefined;
        do {
          const page = await service.list({ ...query, limit: 2, cursor });
          entries.push(...page.items);
          cursor = page.nextCursor;
        } while (cursor);
        return entries.map(({ envelope }) => envelope);
      };
      const all = (await pagesOf({})).map(({ id }) => id);
      expect(new Set(all).size).toBe(15);
      expect(all).toEqual([...all].sort().reverse());

      const own = await pagesOf({ stream });
      expect(own.map(({ streamIndex }) => streamIndex)).toEqual([
        4, 3, 2, 1, 0,
      ]);
      await expect(pagesOf({ stream: 'none' })).resolves.toEqual([]);
    });

    it('shows payloads that are there, and says of others that they are erased', async () => {
      const reviewed = await entry(1);
      await knex('ledger_payload')
        .where({ entry_id: reviewed.id, name: 'review' })
        .update({ bytes: null, erased_at: now.toISOString() });

      const { items } = await service.list({ stream });
      expect(items[3].payloads).toEqual([
        {
          name: 'presentation',
          state: 'present',
          content: { shown: 'what was on the screen' },
        },
        { name: 'review', state: 'erased' },
      ]);
      const { ok, limits } = await service.verify({});
      expect(ok).toBe(true);
      expect(limits.join(' ')).toContain('1 payloads are erased');
    });

    it('finds one changed byte', async () => {
      const { envelope } = await entry(2);
      await knex('ledger_entry')
        .where(row(2))
        .update({ envelope: envelope.replace('held', 'Held') });
      expect(await problems()).toContain('leaf-hash-mismatch');
    });

    it('finds one changed byte whose hash was made to fit', async () => {
      const { envelope } = await entry(2);
      const changed = envelope.replace('2026-11-22', '2026-11-21');
      await knex('ledger_entry')
        .where(row(2))
        .update({ envelope: changed, leaf_hash: hashLeaf(changed) });
      expect(await problems()).toEqual(['chain-broken']);
      expect(await problems({ stream })).toEqual(['chain-broken']);
    });

    it('finds a removed entry', async () => {
      const removed = await entry(1);
      await knex('ledger_payload').where({ entry_id: removed.id }).delete();
      await knex('ledger_entry').where(row(1)).delete();
      expect(await problems()).toContain('index-gap');
    });

    it('finds two swapped entries', async () => {
      const [first, second] = [await entry(2), await entry(3)];
      const content = ({ envelope, leaf_hash }: typeof first) => ({
        envelope,
        leaf_hash,
      });
      await knex('ledger_entry').where(row(2)).update(content(second));
      await knex('ledger_entry').where(row(3)).update(content(first));
      expect(await problems()).toEqual(
        expect.arrayContaining(['bytes-changed', 'index-gap']),
      );
    });

    it('finds an entry that was filed under another stream', async () => {
      await knex('ledger_entry').where(row(4)).update({ stream: 'freeze:f-1' });
      expect(await problems()).toContain('bytes-changed');
    });

    it('finds a changed comment', async () => {
      await knex('ledger_payload')
        .where({ name: 'review' })
        .update({ bytes: '{"comment":"Never seen"}' });
      expect(await problems()).toEqual(
        Array.from({ length: 3 }, () => 'commitment-mismatch'),
      );
    });

    it('finds a vanished payload', async () => {
      await knex('ledger_payload').where({ name: 'asked' }).delete();
      expect(await problems()).toEqual(
        Array.from({ length: 3 }, () => 'payload-missing'),
      );
    });
  },
);
