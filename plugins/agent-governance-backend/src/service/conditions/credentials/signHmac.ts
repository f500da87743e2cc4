import { createHmac } from 'node:crypto';

/** HMAC-SHA256 in hexadecimal over these parts, one after the other. */
export function signHmac(
  secret: string,
  ...parts: Array<string | Buffer>
): string {
  const hmac = createHmac('sha256', secret);
  parts.forEach(part => hmac.update(part));
  return hmac.digest('hex');
}
