import {
  AGENT_POLICY_LEVELS,
  PolicyOrder,
  PolicyState,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

export const POLICY_STATES: readonly PolicyState[] = [
  'enforcing',
  'shadow',
  'broken',
  'vanished',
  'proposed',
  'untrusted',
  'out-of-authority',
];

/** Columns that the list can go by, both ways. */
const ORDERS: readonly PolicyOrder[] = [
  'ref',
  '-ref',
  'level',
  '-level',
  'owner',
  '-owner',
  'changed',
  '-changed',
];

/** What the list shows; the whole of it lives in the address. */
export interface PolicyFilter {
  level?: (typeof AGENT_POLICY_LEVELS)[number];
  owner?: string;
  state: PolicyState[];
  text?: string;
  /** Only those a change of which waits for people. */
  pending?: boolean;
  order?: PolicyOrder;
}

function read(params: URLSearchParams): PolicyFilter {
  const isState = (state: string): state is PolicyState =>
    (POLICY_STATES as readonly string[]).includes(state);
  return {
    level: AGENT_POLICY_LEVELS.find(level => level === params.get('level')),
    owner: params.get('owner') ?? undefined,
    state: params.getAll('state').filter(isState),
    text: params.get('text') ?? undefined,
    pending: params.get('pending') === 'true' || undefined,
    order: ORDERS.find(order => order === params.get('order')),
  };
}

function write(filter: PolicyFilter): URLSearchParams {
  const params = new URLSearchParams();
  for (const name of ['level', 'owner', 'text', 'order'] as const) {
    if (filter[name]) {
      params.set(name, filter[name]);
    }
  }
  if (filter.pending) {
    params.set('pending', 'true');
  }
  filter.state.forEach(state => params.append('state', state));
  return params;
}

/** Whether a filter leaves anything out. */
export function isNarrowed(filter: PolicyFilter): boolean {
  const { order, state, ...rest } = filter;
  return (
    state.length > 0 || Object.values(rest).some(value => value !== undefined)
  );
}

/** The filter as the address says it, and a way to change it. */
export function usePolicyFilter(): [
  PolicyFilter,
  (change: Partial<PolicyFilter>) => void,
] {
  const [params, setParams] = useSearchParams();
  const filter = useMemo(() => read(params), [params]);
  return [
    filter,
    change =>
      setParams(write({ ...filter, ...change }), {
        // typing leaves no trail of single letters behind
        replace: 'text' in change,
      }),
  ];
}
