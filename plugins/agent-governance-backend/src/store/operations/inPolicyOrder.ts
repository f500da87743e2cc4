import { PolicyOrder } from '@agentgov/backstage-plugin-agent-governance-common';
import { DOCUMENT_LEVELS } from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { Knex } from 'knex';
import { PolicyRow } from '../policyRow';

/** What each order goes by; what cannot be read comes last. */
const KEYS: Record<string, string> = {
  ref: 'policy_ref',
  level: `case level ${DOCUMENT_LEVELS.map(
    (level, index) => `when '${level}' then ${index}`,
  ).join(' ')} else ${DOCUMENT_LEVELS.length} end`,
  owner: `coalesce('0' || owner_ref, '1')`,
  changed: 'changed_at',
};

/**
 * Puts policies in order and goes on after one of them. Where that one stands is looked up as it is now, so that a
 * cursor is a name and nothing else; what moved past it in between is missed or seen twice, and nothing worse.
 */
export function inPolicyOrder<Q extends Knex.QueryBuilder<PolicyRow>>(
  rows: Q,
  order: PolicyOrder,
  after: string | undefined,
): Q {
  const isBackwards = order.startsWith('-');
  const key = KEYS[isBackwards ? order.slice(1) : order];
  const direction = isBackwards ? 'desc' : 'asc';
  const beyond = isBackwards ? '<' : '>';
  rows.orderByRaw(`${key} ${direction}, policy_ref ${direction}`);
  if (after !== undefined) {
    rows.whereRaw(
      `(${key}, policy_ref) ${beyond} ((select ${key} from agent_policy where policy_ref = ?), ?)`,
      [after, after],
    );
  }
  return rows;
}
