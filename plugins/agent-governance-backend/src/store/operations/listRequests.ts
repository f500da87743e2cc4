import { Knex } from 'knex';
import { ListActionRequestsOptions } from '@agentgov/backstage-plugin-agent-governance-common';
import { Cursor } from '../cursor';
import { ActionRequestRow } from '../rows';

/** Filters of a list, as the store understands them. */
export interface RequestFilter
  extends Pick<
    ListActionRequestsOptions,
    'target' | 'agent' | 'action' | 'environment' | 'run' | 'state' | 'verdict'
  > {
  /** Held requests that wait for one of these refs. */
  waitingForRefs?: string[];
  /** Leaves out held requests this person has voted on already, or whose own request it is. */
  notReviewedBy?: string;
}

/** Reads one page by key: cost does not grow with how far a reader has come. */
export async function listRequests(
  knex: Knex,
  options: {
    filter: RequestFilter;
    limit: number;
    order: Cursor['order'];
    after?: string;
  },
): Promise<ActionRequestRow[]> {
  const { filter, limit, order, after } = options;
  const query = knex<ActionRequestRow>('action_request')
    .orderBy('id', order === 'newest' ? 'desc' : 'asc')
    .limit(limit);
  if (after) {
    query.andWhere('id', order === 'newest' ? '<' : '>', after);
  }
  const equals = {
    target_ref: filter.target,
    agent_ref: filter.agent,
    action_id: filter.action,
    environment: filter.environment,
    run_id: filter.run,
  };
  for (const [column, value] of Object.entries(equals)) {
    if (value !== undefined) {
      query.andWhere(column, value);
    }
  }
  if (filter.state) {
    query.whereIn('state', filter.state);
  }
  if (filter.verdict) {
    query.whereIn('verdict', filter.verdict);
  }
  if (filter.waitingForRefs) {
    query
      .andWhere('state', 'held')
      .whereIn(
        'id',
        knex('review_party')
          .whereIn('ref', filter.waitingForRefs)
          .select('request_id'),
      );
  }
  if (filter.notReviewedBy) {
    for (const column of ['on_behalf_of', 'run_started_by']) {
      query.andWhereRaw(`(${column} is null or ${column} <> ?)`, [
        filter.notReviewedBy,
      ]);
    }
    query.whereNotExists(
      knex('review')
        .whereRaw('review.hold_decision_id = action_request.hold_decision_id')
        .andWhere('review.reviewer_ref', filter.notReviewedBy)
        .select(knex.raw('1')),
    );
  }
  return query;
}
