import { ActionRequest } from '@agentgov/backstage-plugin-agent-governance-common';

/** Requests of one day in UTC, in the order given. */
export interface Day {
  /** As in `2026-11-20`. */
  day: string;
  requests: ActionRequest[];
}

/** Splits a list that is in order of time where the day changes. */
export function groupByDay(requests: ActionRequest[]): Day[] {
  const days: Day[] = [];
  for (const request of requests) {
    const day = request.createdAt.slice(0, 10);
    const current = days.at(-1);
    if (current?.day === day) {
      current.requests.push(request);
    } else {
      days.push({ day, requests: [request] });
    }
  }
  return days;
}
