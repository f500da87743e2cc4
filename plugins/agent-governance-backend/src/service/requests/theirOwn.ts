import { Facts } from '@agentgov/backstage-plugin-agent-governance-common';
import { neverCounted } from '@agentgov/backstage-plugin-agent-governance-common/policy';
import { notCounted } from '../../store/notCounted';
import { ActionRequestRow } from '../../store/rows';

/** People whose own request it is, by what was asked or by the facts of its hold: their review does not count. */
export function theirOwn(request: ActionRequestRow, facts: Facts): string[] {
  return [...new Set([...notCounted(request), ...neverCounted(facts)])];
}
