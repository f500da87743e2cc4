import { createHash } from 'node:crypto';
import { AgentProof } from '@agentgov/backstage-plugin-agent-governance-node';
import { Knex } from 'knex';
import { SignIn, SignInStore } from './SignInStore';

const TABLE = 'agent_sign_in';

type SignInRow = {
  id: string;
  agent_ref: string;
  key_thumbprint: string | null;
  issuer_id: string | null;
  issuer: string | null;
  subject: string | null;
  first_at: Date | string | number;
  last_at: Date | string | number;
  token_expires_at: Date | string | number;
};

/** Keeps sign-ins in the database of the auth plugin, one row for each agent and what it proved itself with. */
export class DatabaseSignInStore implements SignInStore {
  readonly #db: Knex;

  static create(options: { db: Knex }) {
    return new DatabaseSignInStore(options.db);
  }

  private constructor(db: Knex) {
    this.#db = db;
  }

  async record(options: {
    agentRef: string;
    proof: AgentProof;
    at: Date;
    tokenExpiresAt: Date;
    everyMs: number;
  }): Promise<void> {
    const { agentRef, proof, at, tokenExpiresAt, everyMs } = options;
    const id = identify(agentRef, proof);
    const last = { last_at: at, token_expires_at: tokenExpiresAt };
    await this.#db<SignInRow>(TABLE)
      .insert({
        id,
        agent_ref: agentRef,
        ...toColumns(proof),
        first_at: at,
        ...last,
      })
      .onConflict('id')
      .ignore();
    await this.#db<SignInRow>(TABLE)
      .where({ id })
      .where('last_at', '<=', new Date(at.getTime() - everyMs))
      .update(last);
  }

  async list(agentRef: string): Promise<SignIn[]> {
    const rows = await this.#db<SignInRow>(TABLE)
      .where({ agent_ref: agentRef })
      .orderBy([{ column: 'last_at', order: 'desc' }, { column: 'id' }]);
    return rows.map(row => ({
      proof: toProof(row),
      firstAt: new Date(row.first_at),
      lastAt: new Date(row.last_at),
      tokenExpiresAt: new Date(row.token_expires_at),
    }));
  }
}

function identify(agentRef: string, proof: AgentProof): string {
  const parts = Object.values(toColumns(proof));
  return createHash('sha256')
    .update(JSON.stringify([agentRef, ...parts]))
    .digest('hex');
}

function toColumns({ keyThumbprint, federated }: AgentProof) {
  return {
    key_thumbprint: keyThumbprint ?? null,
    issuer_id: federated?.issuerId ?? null,
    issuer: federated?.issuer ?? null,
    subject: federated?.subject ?? null,
  };
}

function toProof(row: SignInRow): AgentProof {
  return row.key_thumbprint === null
    ? {
        federated: {
          issuerId: row.issuer_id ?? '',
          issuer: row.issuer ?? '',
          subject: row.subject ?? '',
        },
      }
    : { keyThumbprint: row.key_thumbprint };
}
