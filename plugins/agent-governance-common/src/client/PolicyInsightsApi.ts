import {
  CheckpointCoverage,
  CheckpointCoverageState,
  PolicyEffects,
} from '../model';

/** @public */
export interface CheckpointCoverageOptions {
  /** Only cells of these environments. */
  environment?: string[];
  /** Only cells in these states. */
  state?: CheckpointCoverageState[];
}

/** What policies say together, and what each did. @public */
export interface PolicyInsightsApi {
  /** Where every action that changes something is held, let through or denied by a policy document, and where nobody decided. */
  getCheckpointCoverage(
    options?: CheckpointCoverageOptions,
  ): Promise<CheckpointCoverage>;
  /**
   * What one policy did in the last days, or would have done: of the decisions that the caller may see.
   *
   * @param options - `days`: how many, today included; 1 to 90, thirty when absent
   */
  getPolicyEffects(
    policyRef: string,
    options?: { days?: number },
  ): Promise<PolicyEffects>;
}
