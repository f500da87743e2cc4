import { Freeze } from '@agentgov/backstage-plugin-agent-governance-common';
import { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

export const FREEZE_STATES: ReadonlyArray<Freeze['state']> = [
  'in-force',
  'planned',
  'over',
  'ended-early',
];

/** What the page shows; the whole of it lives in the address. */
export interface FreezeParams {
  view: 'month' | 'list';
  /** As `2026-11`; this month when absent. */
  month?: string;
  /** In which days begin and end; the person's own when absent. */
  zone?: string;
  /** Entity ref: only what covers it. */
  covering?: string;
  environment?: string;
  state: Array<Freeze['state']>;
  /** Id of the one that is looked at. */
  freeze?: string;
}

const TEXTS = ['month', 'zone', 'covering', 'environment', 'freeze'] as const;

function read(params: URLSearchParams): FreezeParams {
  const texts = TEXTS.flatMap(name => {
    const value = params.get(name);
    return value ? [[name, value]] : [];
  });
  return {
    ...Object.fromEntries(texts),
    view: params.get('view') === 'list' ? 'list' : 'month',
    state: FREEZE_STATES.filter(state =>
      params.getAll('state').includes(state),
    ),
  };
}

function write(shown: FreezeParams): URLSearchParams {
  const params = new URLSearchParams();
  if (shown.view === 'list') {
    params.set('view', 'list');
  }
  for (const name of TEXTS) {
    const value = shown[name];
    if (value) {
      params.set(name, value);
    }
  }
  shown.state.forEach(state => params.append('state', state));
  return params;
}

/** What is shown as the address says it, and a way to show something else. */
export function useFreezeParams(): [
  FreezeParams,
  (change: Partial<FreezeParams>) => void,
] {
  const [params, setParams] = useSearchParams();
  const shown = useMemo(() => read(params), [params]);
  return [shown, change => setParams(write({ ...shown, ...change }))];
}

/** Whether a freeze is among what is looked for, as far as the page itself looks. */
export function isLookedFor(freeze: Freeze, shown: FreezeParams): boolean {
  const { environments } = freeze.scope;
  return (
    (shown.state.length === 0 || shown.state.includes(freeze.state)) &&
    (!shown.environment ||
      !environments ||
      environments.includes(shown.environment))
  );
}
