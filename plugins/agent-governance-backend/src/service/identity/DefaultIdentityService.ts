import { LoggerService } from '@backstage/backend-plugin-api';
import {
  NotFoundError,
  ServiceUnavailableError,
  stringifyError,
} from '@backstage/errors';
import {
  AgentIdentity,
  SignInKnowledge,
} from '@agentgov/backstage-plugin-agent-governance-common';
import {
  AgentStandingService,
  FederatedIssuer,
} from '@agentgov/backstage-plugin-agent-governance-node';
import { composeIdentity } from './composeIdentity';
import { RecordedSignIn, SignIns } from './SignIns';

const HIDDEN: SignInKnowledge = {
  state: 'hidden',
  because:
    'When something was used is shown to owners of the agent, administrators and auditors.',
};

const UNREACHABLE: SignInKnowledge = {
  state: 'unreachable',
  because:
    'The auth plugin, which knows when something was used, did not answer.',
};

interface IdentityOptions {
  standing: AgentStandingService;
  signIns: Pick<SignIns, 'of'>;
  issuers: ReadonlyArray<Pick<FederatedIssuer, 'id' | 'issuer'>>;
  logger: LoggerService;
}

/** Puts together what an agent's entity says of it, and what the auth plugin saw of it. */
export class DefaultIdentityService {
  readonly #options: IdentityOptions;

  static create(options: IdentityOptions) {
    return new DefaultIdentityService(options);
  }

  private constructor(options: IdentityOptions) {
    this.#options = options;
  }

  /**
   * @param options - `withUse`: whether what was used when is told
   * @throws NotFoundError; ServiceUnavailableError when the catalog does not answer
   */
  async get(
    agentRef: string,
    options: { withUse: boolean },
  ): Promise<AgentIdentity> {
    const { issuers, standing } = this.#options;
    const answer = await standing.check(agentRef);
    if (!answer.stands && answer.reason === 'could-not-check') {
      throw new ServiceUnavailableError('The catalog did not answer');
    }
    if (!answer.entity) {
      throw new NotFoundError(`There is no agent '${agentRef}'`);
    }
    const { signIns, knowledge } = options.withUse
      ? await this.#signIns(answer.agentRef)
      : { signIns: [], knowledge: HIDDEN };
    return {
      agentRef: answer.agentRef,
      ...composeIdentity({ entity: answer.entity, issuers, signIns }),
      signIns: knowledge,
    };
  }

  async #signIns(
    agentRef: string,
  ): Promise<{ signIns: RecordedSignIn[]; knowledge: SignInKnowledge }> {
    try {
      const signIns = await this.#options.signIns.of(agentRef);
      return { signIns, knowledge: { state: 'known' } };
    } catch (error) {
      this.#options.logger.warn(
        `Could not ask what ${agentRef} signs in with, ${stringifyError(
          error,
        )}`,
      );
      return { signIns: [], knowledge: UNREACHABLE };
    }
  }
}
