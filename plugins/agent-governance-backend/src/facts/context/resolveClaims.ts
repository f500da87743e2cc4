import { ContextClaim } from './ContextClaim';

/** What several sources together say of one fact type. */
export type ClaimResolution =
  | { state: 'missing' }
  /** All agree; the freshest of them, and who they are. */
  | { state: 'agreed'; claim: ContextClaim; sources: string[] }
  | { state: 'disputed'; sources: string[]; note: string };

const MAX_SHOWN = 80;

/**
 * Decides what holds when several sources state one fact type, whatever order they come in.
 *
 * Sources that disagree leave it unknown: neither wins by being later, because the one that went
 * wrong may well be the one that spoke last.
 */
export function resolveClaims(
  claims: ContextClaim[],
  latest: string,
): ClaimResolution {
  if (claims.length === 0) {
    return { state: 'missing' };
  }
  const bySource = [...claims].sort((a, b) => compare(a.source, b.source));
  const sources = bySource.map(claim => claim.source);
  if (new Set(claims.map(claim => claim.digest)).size > 1) {
    const said = bySource.map(
      ({ source, value }) => `${source} says ${show(value)}`,
    );
    return {
      state: 'disputed',
      sources,
      note: `Sources disagree: ${said.join('; ')}`,
    };
  }
  const [claim] = [...bySource].sort(
    (a, b) =>
      Number(a.observedAt > latest) - Number(b.observedAt > latest) ||
      compare(b.observedAt, a.observedAt),
  );
  return { state: 'agreed', claim, sources };
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}

function show(value: unknown): string {
  const text = [...JSON.stringify(value)];
  return text.length > MAX_SHOWN
    ? `${text.slice(0, MAX_SHOWN).join('')}…`
    : text.join('');
}
