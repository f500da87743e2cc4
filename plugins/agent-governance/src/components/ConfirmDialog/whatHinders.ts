/** Why a person may not, in the portal's words; until it said so, that it was asked. */
export function whatHinders(
  may: { allowed: boolean; because: string } | undefined,
): string | undefined {
  if (!may) {
    return 'Finding out whether you may…';
  }
  return may.allowed ? undefined : may.because;
}
