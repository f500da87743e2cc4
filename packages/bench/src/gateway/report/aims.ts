import { short } from '../../report/markdown';
import { Memory } from '../../portal/protocol';
import { GATEWAY_ACTION } from '../roads';
import type { GatewayReport } from './createReport';

/** What was hoped for, and what came of it. */
export interface Aim {
  text: string;
  measured: string;
  isMet: boolean;
}

const LISTING_MS = 50;
const HOLDS_MB = 50;
const BYTES_PER_MB = 1_000_000;

/** The aims that this run can speak about. */
export function aimsOf(
  report: Pick<GatewayReport, 'pairs' | 'listing' | 'holds'>,
): Aim[] {
  const { pairs, listing, holds } = report;
  return [
    ...pairs
      .filter(({ road }) => road === GATEWAY_ACTION)
      .map(({ concurrency, ratio }) => ({
        text: `Governed and recorded, a portal action is not slower than through the stock endpoint, ${concurrency} at a time`,
        measured: `${ratio.p50.toFixed(2)} × its p50`,
        isMet: ratio.p50 <= 1,
      })),
    ...(listing
      ? [
          {
            text: `${listing.tools} tools listed in under ${LISTING_MS} ms, warm`,
            measured: `p50 ${short(listing.warm.p50)} ms`,
            isMet: listing.warm.p50 < LISTING_MS,
          },
        ]
      : []),
    ...(holds
      ? [
          {
            text: `${holds.count} held calls that wait cost under ${HOLDS_MB} MB`,
            measured: `${megabytes(largest(holds.grown))} MB`,
            isMet: largest(holds.grown) < HOLDS_MB * BYTES_PER_MB,
          },
        ]
      : []),
  ];
}

/** Objects can grow into what the process has anyway, and the process by more than its objects. */
function largest({ heap, resident }: Memory): number {
  return Math.max(heap, resident);
}

/** Bytes as MB, with one digit. */
export function megabytes(bytes: number): string {
  return (bytes / BYTES_PER_MB).toFixed(1);
}
