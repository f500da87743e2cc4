import { useBreakpoint } from '@backstage/ui';

/** Whether the window is too narrow for a table of seven columns. */
export function useIsNarrow(): boolean {
  const { down } = useBreakpoint();
  // Where windows cannot be measured there is nothing to be narrow.
  return typeof window.matchMedia === 'function' && down('sm');
}
