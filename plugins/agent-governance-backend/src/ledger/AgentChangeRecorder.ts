import { stringifyEntityRef } from '@backstage/catalog-model';
import { ServiceUnavailableError } from '@backstage/errors';
import {
  AgentEntity,
  canonicalJson,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { Knex } from 'knex';
import { AgentChange, describeAgentChange } from './describeAgentChange';
import { appendEntry } from './appendEntry';
import { describeAgent } from './describeAgent';

/** For how long an unchanged agent is not looked up again. */
const MEMO_MS = 5_000;
const MEMO_CAPACITY = 10_000;
/** Each time somebody else recorded a change first. */
const MAX_ATTEMPTS = 5;

/**
 * Records when an agent is not what it was: its owner, keys, autonomy, lifecycle or what it
 * operates. The first sight of an agent is a change too, from nothing.
 *
 * Asked at each decision: within a few seconds of the last time it costs nothing, and for an
 * agent that did not change one indexed read.
 */
export class AgentChangeRecorder {
  readonly #knex: Knex;
  readonly #now: () => Date;
  readonly #memo = new Map<
    string,
    { digest: string; etag?: string; at: number }
  >();

  static create(options: { knex: Knex; now: () => Date }) {
    return new AgentChangeRecorder(options);
  }

  private constructor(options: { knex: Knex; now: () => Date }) {
    this.#knex = options.knex;
    this.#now = options.now;
  }

  /** @returns whether there was something to record */
  async record(agent: AgentEntity): Promise<boolean> {
    const agentRef = stringifyEntityRef(agent);
    const { etag } = agent.metadata;
    const memo = this.#memo.get(agentRef);
    const age = memo ? this.#now().getTime() - memo.at : -1;
    const isRecent = age >= 0 && age < MEMO_MS;
    if (memo && isRecent && etag !== undefined && memo.etag === etag) {
      return false;
    }
    const after = describeAgent(agent);
    const { digest } = after;
    const hasChanged =
      isRecent && memo?.digest === digest
        ? false
        : await this.#compare(agentRef, after);
    this.#remember(agentRef, { digest, etag, at: this.#now().getTime() });
    return hasChanged;
  }

  async #compare(
    agentRef: string,
    after: AgentChange['after'],
  ): Promise<boolean> {
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      const row = await this.#knex('agent_seen')
        .where({ agent_ref: agentRef })
        .first('digest', 'document');
      if (row?.digest === after.digest) {
        return false;
      }
      const before = row && {
        digest: row.digest,
        description: JSON.parse(row.document),
      };
      const isWritten = await this.#knex.transaction(tx =>
        this.#write(tx, agentRef, { before, after }),
      );
      if (isWritten) {
        return true;
      }
    }
    throw new ServiceUnavailableError(
      `${agentRef} changes faster than that can be recorded`,
    );
  }

  /** @returns false, and nothing is written, when it is not as it was `before` any more */
  async #write(
    tx: Knex.Transaction,
    agentRef: string,
    { before, after }: AgentChange,
  ): Promise<boolean> {
    const now = this.#now();
    const row = {
      agent_ref: agentRef,
      digest: after.digest,
      document: canonicalJson(after.description),
      seen_at: now.toISOString(),
    };
    const written = before
      ? await tx('agent_seen')
          .where({ agent_ref: agentRef, digest: before.digest })
          .update(row)
          .returning('agent_ref')
      : await tx('agent_seen')
          .insert(row)
          .onConflict('agent_ref')
          .ignore()
          .returning('agent_ref');
    if (written.length === 0) {
      return false;
    }
    await appendEntry(
      tx,
      describeAgentChange(agentRef, { before, after }, now),
    );
    return true;
  }

  #remember(
    agentRef: string,
    seen: { digest: string; etag?: string; at: number },
  ): void {
    this.#memo.delete(agentRef);
    this.#memo.set(agentRef, seen);
    const [oldest] = this.#memo.keys();
    if (this.#memo.size > MEMO_CAPACITY) {
      this.#memo.delete(oldest);
    }
  }
}
