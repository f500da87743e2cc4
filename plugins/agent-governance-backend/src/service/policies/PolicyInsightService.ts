import {
  CheckpointCoverage,
  CheckpointCoverageOptions,
  PolicyEffects,
  PolicyLately,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { PersonCaller } from '../Caller';

/** What policies say together, and what each did. */
export interface PolicyInsightService {
  /**
   * @throws InputError naming the field; NotAllowedError for who may not look at policies; ServiceUnavailableError when it is
   *   not known which policies decide
   */
  coverage(
    query: CheckpointCoverageOptions,
    options: { caller: PersonCaller },
  ): Promise<CheckpointCoverage>;
  /** @throws InputError naming the field; NotAllowedError; NotFoundError */
  effects(
    policyRef: string,
    query: { days?: number },
    options: { caller: PersonCaller },
  ): Promise<PolicyEffects>;
}

/** What policies of a list decided lately, of the decisions that somebody may see. */
export interface PolicyLatelyReader {
  /** By ref; every policy that was asked for. */
  lately(
    policyRefs: string[],
    options: { caller: PersonCaller },
  ): Promise<Map<string, PolicyLately>>;
}
