import { z } from 'zod';
import { LedgerEntryType, LedgerEnvelope } from '../model';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const uuidV7 = z
  .string()
  .regex(
    /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

const TYPES = [
  'action-request.decided',
  'action-request.redecided',
  'action-request.reviewed',
  'action-request.transitioned',
  'execution.claimed',
  'execution.settled',
  'execution.deferred',
  'execution.reported',
  'execution.reconciled',
  'freeze.created',
  'freeze.ended',
  'freeze.end-agreed',
  'freeze.exception-requested',
  'freeze.exception-approved',
  'freeze.excepted',
  'freeze.exception-ended',
  'condition.reported',
  'context.reported',
  'context.signed-off',
  'stop.pulled',
  'stop.release-approved',
  'stop.released',
  'delegation.granted',
  'delegation.revoked',
  'agent.changed',
  'policy.changed',
  'policy.confirmed',
  'policy.change-proposed',
  'policy.change-withdrawn',
  'policy.change-approved',
  'policy.change-rejected',
  'policy-changes.governed',
  'tool.seen',
  'tool.changed',
  'tool.accepted',
] as const satisfies readonly LedgerEntryType[];

/** The published form of an envelope; anything more or less is none. */
export const envelopeSchema = z.strictObject({
  schemaVersion: z.literal(1),
  id: uuidV7,
  time: instant,
  stream: z.string().min(1).max(300),
  streamIndex: z.int().nonnegative(),
  previous: hash.nullable(),
  type: z.enum(TYPES),
  body: z.record(z.string(), z.json()),
  payloads: z.array(
    z.strictObject({ name: z.string().min(1).max(64), commitment: hash }),
  ),
}) satisfies z.ZodType<LedgerEnvelope>;
