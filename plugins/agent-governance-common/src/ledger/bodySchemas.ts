import { z } from 'zod';
import {
  ACTION_REQUEST_STATES,
  KNOWN_OUTCOMES,
  RECONCILIATION_STANDINGS,
  STOP_KINDS,
} from '../model';

const digest = z.string().regex(/^[0-9a-f]{64}$/);
const state = z.enum(ACTION_REQUEST_STATES);
const verdict = z.enum(['allow', 'hold', 'deny']);
const id = z.string().min(1);

const checkpoints = z.array(
  z.object({
    id,
    anyOf: z.array(
      z.object({
        allOf: z.array(z.object({ from: id, count: z.int().positive() })),
      }),
    ),
  }),
);

/** Which review counts where: for each checkpoint the alternative that is met, and for each of its terms the reviews. */
const seats = z.array(
  z.object({
    checkpoint: id,
    alternative: z.int().nonnegative(),
    terms: z.array(z.array(id)),
  }),
);

const common = { requestId: id, revision: z.int().nonnegative() };

/** What the bodies of entries must say; what they say beyond it is theirs. */
export const bodySchemas = {
  decided: z.object({
    ...common,
    agentRef: id,
    actionId: id,
    targetRef: id,
    environment: id,
    actionDigest: digest,
    from: state,
    to: state,
    verdict,
    decisionId: id,
    factsDigest: digest,
    policySetDigest: digest,
    checkpoints,
    /** The delegation it is done under. */
    delegationId: id.optional(),
    /** How many people are named whose approval counts for nothing: on whose behalf, and who started the run. */
    notCounted: z.int().nonnegative().default(0),
    reviewsCounted: z.array(id).default([]),
    seats: seats.default([]),
  }),
  reviewed: z.object({
    ...common,
    reviewId: id,
    holdDecisionId: id,
    presentationDigest: digest,
    verdict: z.enum(['approve', 'reject']),
    actionDigest: digest,
  }),
  transitioned: z.object({
    ...common,
    from: state,
    to: state,
    cause: id,
    stopId: id.optional(),
  }),
  claimed: z.object({
    ...common,
    actionDigest: digest,
    decisionId: id,
    verdict,
    factsDigest: digest,
    policySetDigest: digest,
    attempt: z.int().positive(),
    leaseEpoch: z.int().positive(),
    idempotencyKey: id,
    reviewsCounted: z.array(id),
    seats: seats.default([]),
    /** As of when it was decided: whatever began to hold later was not looked at. */
    epoch: z.int().nonnegative(),
    from: state,
    /** What the decision at the moment of effect asked for; as authorised when absent. */
    checkpoints: checkpoints.optional(),
  }),
  settled: z.object({
    ...common,
    attempt: z.int().positive(),
    leaseEpoch: z.int().positive(),
    idempotencyKey: id,
    outcome: z.enum(['succeeded', 'failed', 'unknown']),
  }),
  deferred: z.object({ ...common, because: id }),
  reported: z.object({
    ...common,
    outcome: z.enum(KNOWN_OUTCOMES),
    number: z.int().positive(),
  }),
  reconciled: z.object({
    ...common,
    from: state,
    to: state,
    outcome: z.enum(KNOWN_OUTCOMES),
    standing: z.enum(RECONCILIATION_STANDINGS),
    idempotencyKey: id,
  }),
} as const;

export type DecidedBody = z.infer<typeof bodySchemas.decided>;
export type ReviewedBody = z.infer<typeof bodySchemas.reviewed>;
export type TransitionedBody = z.infer<typeof bodySchemas.transitioned>;
export type ClaimedBody = z.infer<typeof bodySchemas.claimed>;
export type CheckpointsBody = z.infer<typeof checkpoints>;
export type SeatsBody = z.infer<typeof seats>;
export type ReviewersPayload = z.infer<typeof reviewersPayloadSchema>;
export type SettledBody = z.infer<typeof bodySchemas.settled>;
export type ReportedBody = z.infer<typeof bodySchemas.reported>;
export type ReconciledBody = z.infer<typeof bodySchemas.reconciled>;

/** What the payload `people` of a first decision says: whose request it is. */
export const peoplePayloadSchema = z.strictObject({
  onBehalfOf: id.optional(),
  runStartedBy: id.optional(),
});

const stop = { stopId: id, revision: z.int().positive() };

/** The same for entries about stops. */
export const stopBodySchemas = {
  'stop.pulled': z.object({
    ...stop,
    scope: z.strictObject({
      kind: z.enum(STOP_KINDS),
      ref: id.optional(),
      on: id.optional(),
    }),
    quorum: z.int().positive(),
    /** From this one on it is in force. */
    epoch: z.int().nonnegative(),
  }),
  'stop.release-approved': z.object({ ...stop, approvalId: id }),
  'stop.released': z.object({
    ...stop,
    approvalsCounted: z.array(id),
    /** From this one on it is not. */
    epoch: z.int().nonnegative(),
  }),
} as const;

/** What the payload of an approval says, as far as the verifier reads it. */
export const approvalPayloadSchema = z.object({ approvedBy: id });

/** What the payload of a reconciliation says, as far as the verifier reads it. */
export const reconciliationPayloadSchema = z.object({
  reconciledBy: z.string().startsWith('user:'),
  via: id,
});

/** What the payload of a review says, as far as the verifier reads it. */
export const reviewPayloadSchema = z.object({ reviewerRef: id });

/** What the payload of an entry that counts reviews says, as far as the verifier reads it. */
export const reviewersPayloadSchema = z.object({
  checkpoints: z.array(
    z.object({
      id,
      anyOf: z.array(
        z.object({
          allOf: z.array(
            z.object({
              from: id,
              resolved: z.array(id),
              count: z.int().positive(),
            }),
          ),
        }),
      ),
    }),
  ),
  approvals: z.array(
    z.object({ id, reviewerRef: id, standingRefs: z.array(id) }),
  ),
});
