import { ActionRequest, JsonObject, KnownOutcome } from '../model';

/** @public */
export interface ReportOutcomeInput {
  outcome: KnownOutcome;
  /** What the agent saw, in words. Plain text, up to 2,000 characters. */
  note?: string;
  /** What it saw, as data: at most 4 KiB of canonical JSON. */
  evidence?: JsonObject;
}

/** @public */
export interface ReconcileInput {
  /** `succeeded`: it happened. `failed`: it did not. */
  outcome: KnownOutcome;
  /** How that was found out. Plain text, up to 2,000 characters. */
  comment: string;
  /** The revision of the request that the person looked at; another is a 409. */
  revision: number;
}

/** Outcomes nobody could tell: agents say what they saw, people find out. @public */
export interface OutcomesApi {
  /**
   * For the agent that asked, while the outcome is unknown: says what it saw itself. That is a claim, shown to the
   * person who finds out; nothing moves by it. A later report takes the place of an earlier one, up to ten.
   */
  reportOutcome(id: string, input: ReportOutcomeInput): Promise<ActionRequest>;
  /** For owners of the target and administrators: what came of it is known from here on, and it is at its end. */
  reconcileActionRequest(
    id: string,
    input: ReconcileInput,
  ): Promise<ActionRequest>;
}
