import { useApiHolder } from '@backstage/core-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';

const WITHOUT_SIGNALS_MS = 15_000;
const WITH_SIGNALS_MS = 60_000;

/**
 * How often to ask again while the page is visible. Signals make it slower, never stop it:
 * a signal may be lost, and an old page about what agents may do is a wrong page.
 *
 * @public
 */
export function usePollInterval(): number {
  const signals = useApiHolder().get(signalApiRef);
  return signals ? WITH_SIGNALS_MS : WITHOUT_SIGNALS_MS;
}
