export const TARGET = 'component:default/payments-api';
export const AGENT = 'agent:default/deploy-bot';
export const ASKED_AT = '2026-11-20T09:00:00.000Z';

/** Something that looks like a SHA-256, the same for the same seed. */
export function digest(seed: string): string {
  return Array.from({ length: 64 }, (_, i) =>
    ((seed.charCodeAt(i % seed.length) + i) % 16).toString(16),
  ).join('');
}
