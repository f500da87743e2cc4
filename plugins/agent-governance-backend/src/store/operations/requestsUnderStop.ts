import { Knex } from 'knex';
import { StopImpact } from '@agentgov/backstage-plugin-agent-governance-common';
import { isCutOffByStops } from '../../lifecycle/isCutOffByStops';
import { ActionRequestRow } from '../rows';
import { StopReach } from '../StopStore';
import { CoveredRequest } from './stopRequests';

/** States in which a stop ends a request; one that is executing ends by itself. */
const STOPPABLE = ['held', 'authorised'];

/** Where in the record requests are that a stop covers. */
function inReach({ scope, targetRefs }: StopReach) {
  return (query: Knex.QueryBuilder) => {
    if (scope.kind === 'agent') {
      query.where('agent_ref', scope.ref!);
    }
    if (scope.kind === 'action') {
      query.where('action_id', scope.ref!);
    }
    if (targetRefs) {
      query.whereIn('target_ref', targetRefs);
    }
  };
}

/** The next requests that a stop should have ended by now. */
export async function nextToStop(
  knex: Knex,
  reach: StopReach,
  limit: number,
): Promise<CoveredRequest[]> {
  return knex('action_request')
    .whereIn('state', STOPPABLE)
    .where(inReach(reach))
    .orderBy('id')
    .limit(limit)
    .select('id', 'state');
}

/** Writes the stop on every execution it covers that is under way: whoever carries it out looks for it there. */
export async function markExecutions(
  knex: Knex,
  stopId: string,
  reach: StopReach,
): Promise<number> {
  return knex('execution')
    .where({ state: 'running' })
    .whereNull('stop_id')
    .whereIn(
      'request_id',
      knex('action_request')
        .where({ state: 'executing' })
        .where(inReach(reach))
        .select('id'),
    )
    .update({ stop_id: stopId });
}

/** Targets of requests that can still run, each once. */
export async function openTargets(knex: Knex): Promise<string[]> {
  return knex('action_request')
    .whereIn('state', [...STOPPABLE, 'executing'])
    .distinct()
    .pluck('target_ref');
}

/** What a stop would do at this moment. */
export async function countUnderStop(
  knex: Knex,
  reach: StopReach,
): Promise<StopImpact> {
  const rows: Array<
    Pick<ActionRequestRow, 'state' | 'effect_class'> & { requests: unknown }
  > = await knex('action_request')
    .whereIn('state', [...STOPPABLE, 'executing'])
    .where(inReach(reach))
    .groupBy('state', 'effect_class')
    .select('state', 'effect_class', knex.raw('count(*) as requests'));
  const impact = { held: 0, authorised: 0, cutOff: 0, finishing: 0 };
  for (const { state, effect_class: effectClass, requests } of rows) {
    if (state === 'executing') {
      impact[isCutOffByStops(effectClass) ? 'cutOff' : 'finishing'] +=
        Number(requests);
    } else {
      impact[state as 'held' | 'authorised'] += Number(requests);
    }
  }
  return impact;
}
