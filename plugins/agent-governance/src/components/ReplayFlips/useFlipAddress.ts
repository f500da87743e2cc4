import {
  ReplayFlipKind,
  Verdict,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { useLocation, useSearchParams } from 'react-router-dom';

const NAMES = [
  'agent',
  'team',
  'action',
  'policy',
  'kind',
  'from',
  'to',
] as const;
const OPEN = 'flip';
const VERDICTS: readonly string[] = ['allow', 'hold', 'deny'];
const KINDS: readonly string[] = ['loosened', 'tightened', 'checkpoint'];

/** Which of the changed decisions are shown. */
export interface FlipFilter {
  agent?: string;
  team?: string;
  action?: string;
  policy?: string;
  kind?: ReplayFlipKind;
  from?: Verdict;
  to?: Verdict;
}

function among<T extends string>(
  value: string | null,
  allowed: readonly string[],
): T | undefined {
  return value !== null && allowed.includes(value) ? (value as T) : undefined;
}

function read(params: URLSearchParams): FlipFilter {
  const found: FlipFilter = {
    agent: params.get('agent') ?? undefined,
    team: params.get('team') ?? undefined,
    action: params.get('action') ?? undefined,
    policy: params.get('policy') ?? undefined,
    kind: among(params.get('kind'), KINDS),
    from: among(params.get('from'), VERDICTS),
    to: among(params.get('to'), VERDICTS),
  };
  return Object.fromEntries(
    Object.entries(found).filter(([, value]) => value !== undefined),
  );
}

function write(params: URLSearchParams, filter: FlipFilter): URLSearchParams {
  const next = new URLSearchParams(params);
  [...NAMES, OPEN].forEach(name => next.delete(name));
  Object.entries(filter).forEach(([name, value]) => next.set(name, value));
  return next;
}

/** To this page, showing these decisions and no others. */
export function useFlipLink(): (filter: FlipFilter) => string {
  const [params] = useSearchParams();
  return filter => `?${write(params, filter)}`;
}

/** Which decisions are shown, and which one is open, as the address says it. */
export function useFlipAddress() {
  const [params, setParams] = useSearchParams();
  const { state } = useLocation();
  return {
    filter: read(params),
    setFilter: (filter: FlipFilter) => setParams(write(params, filter)),
    open: params.get(OPEN) ?? undefined,
    setOpen: (decisionId: string | undefined) => {
      const next = new URLSearchParams(params);
      next.delete(OPEN);
      if (decisionId !== undefined) {
        next.set(OPEN, decisionId);
      }
      // the page it is on stays
      setParams(next, { replace: true, state });
    },
  };
}
