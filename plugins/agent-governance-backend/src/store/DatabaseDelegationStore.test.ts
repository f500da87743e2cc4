import { setImmediate as turn } from 'node:timers/promises';
import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { verifyLedger } from '@agentgov/backstage-plugin-agent-governance-common/ledger';
import fc from 'fast-check';
import { Knex } from 'knex';
import { v4 as uuidv4, v7 as uuidv7 } from 'uuid';
import { migratedDatabase } from '../__testUtils__/migratedDatabase';
import { DatabaseLedgerReader } from '../ledger/DatabaseLedgerReader';
import { decisionRecord, requestRow } from './__testUtils__/records';
import { DatabaseActionRequestStore } from './DatabaseActionRequestStore';
import { DatabaseDelegationStore } from './DatabaseDelegationStore';
import { delegationState, StoredDelegation } from './DelegationStore';
import { readEpoch } from './epoch';
import { ActionRequestRow } from './rows';

jest.setTimeout(240_000);

const now = new Date('2026-11-22T12:00:00.000Z');
const ANN = 'user:default/ann';
const later = (ms: number) => new Date(now.getTime() + ms);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())(
  'DatabaseDelegationStore, %s',
  id => {
    let knex: Knex;
    let store: DatabaseDelegationStore;
    let requests: DatabaseActionRequestStore;
    let reader: DatabaseLedgerReader;

    beforeEach(async () => {
      knex = await migratedDatabase(databases, id as TestDatabaseId);
      store = DatabaseDelegationStore.create({ knex });
      requests = DatabaseActionRequestStore.create({ knex });
      reader = DatabaseLedgerReader.create({ knex });
    });

    const grant = async (change: Partial<StoredDelegation> = {}) => {
      const delegation: StoredDelegation = {
        id: uuidv7({ msecs: now.getTime() }),
        agentRef: 'agent:default/deploy-bot',
        grantedBy: ANN,
        actions: ['deployments:*'],
        reason: 'this week',
        until: later(3_600_000).toISOString(),
        createdAt: now.toISOString(),
        ...change,
      };
      await store.grant(delegation);
      return delegation;
    };
    const ask = async (
      verdict: 'allow' | 'hold',
      delegation: StoredDelegation,
      overrides: Partial<ActionRequestRow> = {},
    ) => {
      const made = requestRow({
        verdict,
        now,
        overrides: {
          on_behalf_of: delegation.grantedBy,
          delegation_id: delegation.id,
          ...overrides,
        },
      });
      await requests.insert({ ...made, messages: [], now });
      return made.row;
    };
    const claim = (request: ActionRequestRow, epoch: number, at = now) =>
      requests.claim({
        request,
        record: decisionRecord({
          requestId: request.id,
          verdict: 'allow',
          purpose: 'effect',
          now: at,
        }),
        approvals: [],
        epoch,
        idempotencyKey: `key of ${request.id}`,
        leaseToken: uuidv4(),
        leaseMs: 60_000,
        workerId: uuidv4(),
        now: at,
      });
    const revoke = ({ id: delegationId }: { id: string }, at = now) =>
      store.revoke({ id: delegationId, revokedBy: ANN, now: at });
    const findings = async () =>
      (await verifyLedger(reader.stored({}))).findings;

    it('keeps what was granted, and lists the latest first', async () => {
      const all = await grant();
      const narrow = await grant({
        agentRef: 'agent:default/other-bot',
        grantedBy: 'user:default/bo',
        targets: ['component:default/a'],
        environments: ['staging'],
      });
      expect(await store.get(all.id)).toEqual(all);
      expect(await store.get(narrow.id)).toEqual(narrow);
      expect(await store.get(uuidv7())).toBeUndefined();
      const list = async (query: object) =>
        (await store.list({ now, limit: 10, ...query })).map(one => one.id);
      const [first, second] = [all.id, narrow.id].sort().reverse();
      expect(await list({})).toEqual([first, second]);
      expect(await list({ after: first })).toEqual([second]);
      expect(await list({ agentRef: narrow.agentRef })).toEqual([narrow.id]);
      expect(await list({ grantedBy: ANN })).toEqual([all.id]);
    });

    it('is active before its end, expired at it, and revoked whatever the time', async () => {
      const short = await grant({ until: later(1_000).toISOString() });
      const taken = await grant();
      await revoke(taken);
      const list = async (state: 'active' | 'expired' | 'revoked', at: Date) =>
        (await store.list({ now: at, state, limit: 10 })).map(one => {
          expect(delegationState(one, at)).toBe(state);
          return one.id;
        });
      expect(await list('active', later(999))).toEqual([short.id]);
      expect(await list('active', later(1_000))).toEqual([]);
      expect(await list('expired', later(1_000))).toEqual([short.id]);
      expect(await list('revoked', later(7_200_000))).toEqual([taken.id]);
    });

    it('invariant 8: every grant and revocation is one entry and a new epoch; who comes second changes nothing', async () => {
      const before = await readEpoch(knex);
      const delegation = await grant();
      const both = await Promise.all([revoke(delegation), revoke(delegation)]);
      expect(both.filter(Boolean)).toHaveLength(1);
      expect(await readEpoch(knex)).toBe(before + 2);
      const entries = await reader.entriesOf(`delegation:${delegation.id}`);
      expect(entries.map(({ envelope }) => envelope.type)).toEqual([
        'delegation.granted',
        'delegation.revoked',
      ]);
      // who it was is a payload, so that it can be taken away
      expect(JSON.stringify(entries.map(one => one.envelope))).not.toContain(
        'user:',
      );
      expect(await findings()).toEqual([]);
    });

    it('is not revoked once it has ended', async () => {
      const delegation = await grant({ until: later(1_000).toISOString() });
      expect(await revoke(delegation, later(1_000))).toBeUndefined();
      expect(await store.get(delegation.id)).toEqual(delegation);
    });

    it('invariant 5: claims under one that is in force, and not at its end, though nothing bumped the epoch', async () => {
      const until = later(1_000).toISOString();
      const delegation = await grant({ until });
      const one = await ask('allow', delegation);
      const other = await ask('allow', delegation);
      const epoch = await readEpoch(knex);
      expect(await claim(one, epoch, later(999))).toBeDefined();
      expect(await claim(other, epoch, later(1_000))).toBeUndefined();
      expect((await requests.get(other.id))?.state).toBe('authorised');
      expect(await findings()).toEqual([]);
    });

    it('invariant 5: claims nothing under one that is revoked, whatever epoch is quoted', async () => {
      const delegation = await grant();
      const request = await ask('allow', delegation);
      const before = await readEpoch(knex);
      await revoke(delegation);
      expect(await claim(request, before)).toBeUndefined();
      expect(await claim(request, await readEpoch(knex))).toBeUndefined();
    });

    it('ends what waits under one that has ended, says why, and leaves the rest alone', async () => {
      const [taken, short, kept] = [
        await grant(),
        await grant({ until: later(1_000).toISOString() }),
        await grant(),
      ];
      const held = await ask('hold', taken);
      const authorised = await ask('allow', short);
      const others = [await ask('hold', kept), await ask('allow', kept)];
      await revoke(taken);
      const at = later(1_000);
      expect(await store.voidRequests({ now: at, limit: 1 })).toBe(1);
      expect(await store.voidRequests({ now: at, limit: 10 })).toBe(1);
      expect(await store.voidRequests({ now: at, limit: 10 })).toBe(0);
      expect(await requests.get(held.id)).toMatchObject({
        state: 'voided',
        because: `Voided: ${ANN} revoked the delegation it is done under.`,
      });
      expect(await requests.get(authorised.id)).toMatchObject({
        state: 'voided',
        because: `Voided: The delegation it is done under ended at ${short.until}.`,
      });
      for (const { id: other, state } of others) {
        expect((await requests.get(other))?.state).toBe(state);
      }
      expect(await findings()).toEqual([]);
    });

    it('invariants 5 and 8: revoked at any moment of any claim, nothing runs that began after it, and the ledger tells it', async () => {
      const turns = fc.nat(30);
      await fc.assert(
        fc.asyncProperty(
          fc.array(turns, { minLength: 1, maxLength: 5 }),
          turns,
          async (claims, revoked) => {
            const delegation = await grant();
            const asked = await Promise.all(
              claims.map(() => ask('allow', delegation)),
            );
            await Promise.all([
              ...asked.map(async (request, index) => {
                const epoch = await readEpoch(knex);
                const found = (await store.get(delegation.id))!;
                await pass(claims[index]);
                if (delegationState(found, now) === 'active') {
                  await claim(request, epoch);
                }
              }),
              pass(revoked).then(async () => {
                await revoke(delegation);
                await store.voidRequests({ now, limit: 100 });
              }),
            ]);
            for (const request of asked) {
              expect(['executing', 'voided']).toContain(
                (await requests.get(request.id))!.state,
              );
            }
            expect(await findings()).toEqual([]);
          },
        ),
        { numRuns: 40, endOnFailure: true },
      );
    });
  },
);

async function pass(turns: number): Promise<void> {
  for (let i = 0; i < turns; i++) {
    await turn();
  }
}
