import { useLocation, useNavigate } from 'react-router-dom';

/**
 * The cursors of the pages that led here. Kept with the history entry, so that Back
 * goes back a page and a reload stays; a new filter starts a new trail by itself.
 */
export function useCursorTrail() {
  const { search, state } = useLocation();
  const navigate = useNavigate();
  const trail: string[] = (state as { trail?: string[] } | null)?.trail ?? [];
  const go = (next: string[]) =>
    navigate({ search }, { state: { trail: next } });
  return {
    cursor: trail.at(-1),
    page: trail.length + 1,
    forward: (cursor: string) => go([...trail, cursor]),
    back: () => go(trail.slice(0, -1)),
  };
}
