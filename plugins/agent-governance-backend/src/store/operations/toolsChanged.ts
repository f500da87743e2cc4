import { Knex } from 'knex';
import { bumpEpoch } from '../epoch';

/** Says that other tools may be called from now on: to replicas that keep them in memory, and to claims. */
export async function toolsChanged(tx: Knex.Transaction): Promise<void> {
  await tx('mcp_tool_set').where({ id: 1 }).increment('revision', 1);
  await bumpEpoch(tx);
}
