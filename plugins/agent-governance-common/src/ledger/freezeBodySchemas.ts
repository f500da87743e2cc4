import { z } from 'zod';

const id = z.string().min(1);
const count = z.int().nonnegative();

/** What entries about freezes say, as far as the verifier reads it. */
export const freezeBodySchemas = {
  'freeze.created': z.object({ calendar: id.optional() }),
  'freeze.end-agreed': z.object({ agreed: count, required: count }),
  'freeze.ended': z.object({ agreed: count, required: count }),
  'freeze.exception-requested': z.object({ exceptionId: id, required: count }),
  'freeze.exception-approved': z.object({
    exceptionId: id,
    approvals: count,
    required: count,
  }),
  'freeze.excepted': z.object({
    exceptionId: id,
    approvals: count,
    required: count,
  }),
  'freeze.exception-ended': z.object({ exceptionId: id }),
} as const;

/** Who took a step, by the name the entry gives them. */
export const freezePeopleSchema = z.object({
  endedBy: id.optional(),
  requestedBy: id.optional(),
  person: id.optional(),
});
