/** How many seconds a `Retry-After` asks for (RFC 9110, 10.2.3); undefined when it says nothing sensible. */
export function readRetryAfter(
  headers: Headers,
  now: number = Date.now(),
): number | undefined {
  const text = headers.get('retry-after')?.trim() ?? '';
  if (/^\d+$/.test(text)) {
    return Number(text);
  }
  const at = text.endsWith('GMT') ? Date.parse(text) : NaN;
  return Number.isNaN(at) ? undefined : Math.max(0, (at - now) / 1000);
}
