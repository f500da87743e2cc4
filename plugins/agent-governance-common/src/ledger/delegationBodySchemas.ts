import { z } from 'zod';

const id = z.string().min(1);
const ids = z.array(id).min(1);

/** What entries about delegations say, as far as the verifier reads it. */
export const delegationBodySchemas = {
  'delegation.granted': z.object({
    delegationId: id,
    agentRef: id,
    actions: ids,
    targets: ids.optional(),
    environments: ids.optional(),
    until: z.iso.datetime(),
    /** From this one on it is in force. */
    epoch: z.int().nonnegative(),
  }),
  'delegation.revoked': z.object({
    delegationId: id,
    /** From this one on it is not. */
    epoch: z.int().nonnegative(),
  }),
} as const;

/** What the payload `people` of a grant says. */
export const delegationPeopleSchema = z.object({ grantedBy: id });
