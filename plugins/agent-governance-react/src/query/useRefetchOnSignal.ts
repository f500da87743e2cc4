import { useSignal } from '@backstage/plugin-signals-react';
import { QueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { LIVE } from './queryKeys';

const CHANNEL = 'agent-governance';
const QUIET_MS = 2_000;

/**
 * Asks again whenever the portal signals that something changed. A signal says nothing but that.
 * A burst of signals becomes one round of questions every two seconds.
 *
 * @public
 */
export function useRefetchOnSignal(client: QueryClient): void {
  const { lastSignal } = useSignal(CHANNEL);
  const pending = useRef<ReturnType<typeof setTimeout>>();
  const lastRound = useRef(0);

  useEffect(() => {
    if (!lastSignal || pending.current) {
      return;
    }
    const wait = Math.max(0, lastRound.current + QUIET_MS - Date.now());
    pending.current = setTimeout(() => {
      pending.current = undefined;
      lastRound.current = Date.now();
      client.invalidateQueries({ queryKey: LIVE });
    }, wait);
  }, [lastSignal, client]);

  useEffect(
    () => () => {
      clearTimeout(pending.current);
      pending.current = undefined;
    },
    [],
  );
}
