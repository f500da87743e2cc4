import {
  ACTION_REQUEST_STATES,
  ActionRequestState,
  Verdict,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

export const VERDICTS: readonly Verdict[] = ['allow', 'hold', 'deny'];
export const PAGE_SIZES = [20, 50, 100];

/** What the table shows; the whole of it lives in the address. */
export interface RequestFilter {
  target?: string;
  agent?: string;
  action?: string;
  environment?: string;
  state: ActionRequestState[];
  verdict: Verdict[];
  pageSize: number;
}

const SINGLE = ['target', 'agent', 'action', 'environment'] as const;

function read(params: URLSearchParams): RequestFilter {
  const isState = (s: string): s is ActionRequestState =>
    (ACTION_REQUEST_STATES as readonly string[]).includes(s);
  const isVerdict = (v: string): v is Verdict =>
    (VERDICTS as readonly string[]).includes(v);
  const pageSize = Number(params.get('pageSize'));
  const filter: RequestFilter = {
    state: params.getAll('state').filter(isState),
    verdict: params.getAll('verdict').filter(isVerdict),
    pageSize: PAGE_SIZES.includes(pageSize) ? pageSize : PAGE_SIZES[0],
  };
  for (const name of SINGLE) {
    filter[name] = params.get(name) ?? undefined;
  }
  return filter;
}

/** What else the address says stays. */
function write(
  before: URLSearchParams,
  filter: RequestFilter,
): URLSearchParams {
  const params = new URLSearchParams(before);
  [...SINGLE, 'state', 'verdict', 'pageSize'].forEach(name =>
    params.delete(name),
  );
  for (const name of SINGLE) {
    if (filter[name]) {
      params.set(name, filter[name]);
    }
  }
  filter.state.forEach(state => params.append('state', state));
  filter.verdict.forEach(verdict => params.append('verdict', verdict));
  if (filter.pageSize !== PAGE_SIZES[0]) {
    params.set('pageSize', String(filter.pageSize));
  }
  return params;
}

/** The filter as the address says it, and a way to change it. */
export function useRequestFilter(): [
  RequestFilter,
  (change: Partial<RequestFilter>) => void,
] {
  const [params, setParams] = useSearchParams();
  const filter = useMemo(() => read(params), [params]);
  return [filter, change => setParams(write(params, { ...filter, ...change }))];
}
