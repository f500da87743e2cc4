import { EndAgreement, StoredFreeze } from '../../store/FreezeStore';

const DAY_MS = 86_400_000;

/** Who agrees to end a freeze now: what somebody said more than a day ago was said about another day. */
export function validAgreements(
  freeze: Pick<StoredFreeze, 'endAgreements'>,
  now: Date,
): EndAgreement[] {
  const since = new Date(now.getTime() - DAY_MS).toISOString();
  return (freeze.endAgreements ?? []).filter(({ at }) => at > since);
}
