import { setImmediate as turn } from 'node:timers/promises';
import { TestDatabases } from '@backstage/backend-test-utils';
import { verifyLedger } from '@agentgov/backstage-plugin-agent-governance-common/ledger';
import fc from 'fast-check';
import { Knex } from 'knex';
import { v4 as uuidv4 } from 'uuid';
import { migratedDatabase } from '../__testUtils__/migratedDatabase';
import { DatabaseLedgerReader } from '../ledger/DatabaseLedgerReader';
import { tallyOf } from '../service/requests/tallyOf';
import {
  decisionRecord,
  ownerCheckpoint,
  requestRow,
  reviewRow,
} from './__testUtils__/records';
import { DatabaseActionRequestStore } from './DatabaseActionRequestStore';
import { DatabaseStopStore } from './DatabaseStopStore';
import { epochIsStill, readEpoch } from './epoch';

jest.setTimeout(240_000);

const now = new Date('2026-11-22T12:00:00.000Z');

/** One agent of its own for each race: what other races left behind is none of its business. */
class Race {
  readonly #agent = `agent:default/a${uuidv4()}`;
  readonly #requests: DatabaseActionRequestStore;
  readonly #stops: DatabaseStopStore;

  constructor(options: { knex: Knex }) {
    this.#requests = DatabaseActionRequestStore.create(options);
    this.#stops = DatabaseStopStore.create(options);
  }

  get scope() {
    return { kind: 'agent' as const, ref: this.#agent };
  }

  async ask(verdict: 'allow' | 'hold'): Promise<string> {
    const made = requestRow({
      verdict,
      now,
      overrides: { agent_ref: this.#agent },
    });
    await this.#requests.insert({ ...made, messages: [], now });
    return made.row.id;
  }

  /** As a worker does it: epoch, facts, decision, claim; with time in between for others. */
  async claim(id: string, turns: number): Promise<void> {
    const request = (await this.#requests.get(id))!;
    const epoch = await this.#requests.epoch();
    const stops = await this.#stops.inForce();
    const isStopped = stops.some(({ scope }) => scope.ref === this.#agent);
    await pass(turns);
    if (isStopped || request.state !== 'authorised') {
      return;
    }
    await this.#requests.claim({
      request,
      record: decisionRecord({
        requestId: id,
        verdict: 'allow',
        purpose: 'effect',
        now,
      }),
      approvals: [],
      epoch,
      idempotencyKey: `key of ${id}`,
      leaseToken: uuidv4(),
      leaseMs: 60_000,
      workerId: uuidv4(),
      now,
    });
  }

  async approve(id: string, turns: number): Promise<void> {
    const request = (await this.#requests.get(id))!;
    await pass(turns);
    if (request.state === 'held') {
      await this.#requests.review({
        review: reviewRow(request, {}, now),
        actionDigest: request.action_digest,
        tally: reviews =>
          tallyOf(request, { checkpoints: [ownerCheckpoint] }, reviews),
        presentation: '{}',
        messages: [],
        now,
      });
    }
  }

  async pull(turns: number): Promise<void> {
    await pass(turns);
    const stop = await this.#stops.pull({
      scope: this.scope,
      reason: 'odd',
      pulledBy: 'user:default/ann',
      quorum: 1,
      now,
    });
    const reach = { scope: this.scope };
    await this.#stops.markExecutions(stop.id, reach);
    await this.#stops.stopRequests({
      stopId: stop.id,
      requests: await this.#stops.nextToStop(reach, 100),
      because: 'Stopped.',
      now,
    });
  }

  async stateOf(id: string) {
    const [request, executions] = await Promise.all([
      this.#requests.get(id),
      this.#requests.executions([id]),
    ]);
    return {
      state: request!.state,
      told: Boolean(executions.get(id)?.stop_id),
    };
  }
}

async function pass(turns: number): Promise<void> {
  for (let i = 0; i < turns; i++) {
    await turn();
  }
}

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('stop races, %p', databaseId => {
  it('invariants 5 and 8: pulled at any moment of any claim, nothing runs that began after it, and whatever began before is told', async () => {
    const knex = await migratedDatabase(databases, databaseId);
    const reader = DatabaseLedgerReader.create({ knex });
    const turns = fc.nat(40);
    await fc.assert(
      fc.asyncProperty(
        fc.array(turns, { minLength: 1, maxLength: 6 }),
        turns,
        turns,
        async (claims, pulled, again) => {
          const race = new Race({ knex });
          const ids = await Promise.all(claims.map(() => race.ask('allow')));
          await Promise.all([
            ...ids.map((id, index) => race.claim(id, claims[index])),
            race.pull(pulled),
            race.pull(again),
          ]);
          for (const id of ids) {
            // either it began before, and is told, or it never will
            expect([
              { state: 'executing', told: true },
              { state: 'stopped', told: false },
            ]).toContainEqual(await race.stateOf(id));
          }
          const { findings } = await verifyLedger(reader.stored({}));
          expect(findings).toEqual([]);
        },
      ),
      { numRuns: 60, endOnFailure: true },
    );
  });

  it('invariant 8: pulled at any moment of a vote, the request is stopped and the vote is on record or refused', async () => {
    const knex = await migratedDatabase(databases, databaseId);
    const reader = DatabaseLedgerReader.create({ knex });
    await fc.assert(
      fc.asyncProperty(fc.nat(20), fc.nat(20), async (voted, pulled) => {
        const race = new Race({ knex });
        const id = await race.ask('hold');
        await Promise.all([race.approve(id, voted), race.pull(pulled)]);
        expect((await race.stateOf(id)).state).toBe('stopped');
        const { findings } = await verifyLedger(reader.stored({}));
        expect(findings).toEqual([]);
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });

  it('invariant 5: a stop waits for the claims that are being committed, and comes after them', async () => {
    const knex = await migratedDatabase(databases, databaseId);
    if (knex.client.config.client !== 'pg') {
      return; // there is one writer at a time, and nothing to wait for
    }
    const race = new Race({ knex });
    const epoch = await readEpoch(knex);
    let isPulled = false;
    let pulling: Promise<void> | undefined;
    await knex.transaction(async tx => {
      expect(await epochIsStill(tx, epoch)).toBe(true);
      pulling = race.pull(0).then(() => {
        isPulled = true;
      });
      // whatever the other connection can do without this one, it has done by now
      await waitUntilBlocked(knex);
      expect(isPulled).toBe(false);
    });
    await pulling;
    expect(await readEpoch(knex)).toBe(epoch + 1);
  });
});

/** Until the database says that somebody waits for a lock in this database. */
async function waitUntilBlocked(knex: Knex): Promise<void> {
  for (;;) {
    const { rows } = await knex.raw(
      `select count(*) as n from pg_stat_activity
       where wait_event_type = 'Lock' and datname = current_database()`,
    );
    if (Number(rows[0].n) > 0) {
      return;
    }
    await turn();
  }
}
