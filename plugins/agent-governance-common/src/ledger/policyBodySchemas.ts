import { z } from 'zod';

const id = z.string().min(1);
const count = z.int().nonnegative();
const digest = z.string().nullable();

const quorum = z.object({ levels: z.array(id), count });

const governance = z
  .object({
    levels: z.array(id),
    count,
    judged: z.enum(['does-not-loosen', 'adopted', 'configuration', 'approved']),
    changeId: id.nullable(),
    votesCounted: z.array(id),
  })
  .nullable();

const level = z.string().nullable();
const change = { changeId: id };

/** What entries about policies say, as far as the verifier reads it. */
export const policyBodySchemas = {
  'policy.changed': z.object({
    before: digest,
    after: digest,
    level: z.object({ before: level, after: level }),
    /** From this one on it decides so. */
    epoch: count,
    governance,
  }),
  'policy.confirmed': z.object({
    before: digest,
    after: digest,
    level,
    epoch: count,
    governance,
  }),
  'policy.change-proposed': z.object({
    ...change,
    before: digest,
    after: digest,
    count,
  }),
  'policy.change-withdrawn': z.object(change),
  'policy.change-approved': z.object({ ...change, voteId: id }),
  'policy.change-rejected': z.object({ ...change, voteId: id }),
  'policy-changes.governed': z.object({
    quorum: quorum.nullable(),
    /** Until then what is new may be taken as it comes. */
    adoptsUntil: z.string().nullable(),
    epoch: count,
  }),
} as const;

export type PolicyChangedBody = z.infer<
  (typeof policyBodySchemas)['policy.changed']
>;
export type PolicyProposedBody = z.infer<
  (typeof policyBodySchemas)['policy.change-proposed']
>;
export type ChangesGovernedBody = z.infer<
  (typeof policyBodySchemas)['policy-changes.governed']
>;

/** Who voted, by the name the entry gives them. */
export const policyPeopleSchema = z.object({ votedBy: id });
