import {
  FederatedIssuer,
  FederatedProof,
} from '@agentgov/backstage-plugin-agent-governance-node';
import { ParsedAssertion } from '../assertion/ParsedAssertion';
import { FederatedAgentFinder } from './FederatedAgentFinder';
import { IssuerKeys } from './IssuerKeys';

/** The issuers of tokens the portal believes, with their keys, and who their subjects are here. */
export class Federation {
  readonly #issuers: readonly FederatedIssuer[];
  readonly #keys: ReadonlyMap<string, IssuerKeys>;
  readonly #agents: FederatedAgentFinder;

  static create(options: {
    issuers: readonly FederatedIssuer[];
    keysOf: (issuer: FederatedIssuer) => IssuerKeys;
    agents: FederatedAgentFinder;
  }) {
    const { issuers, keysOf, agents } = options;
    const keys = new Map(issuers.map(it => [it.id, keysOf(it)]));
    return new Federation(issuers, keys, agents);
  }

  private constructor(
    issuers: readonly FederatedIssuer[],
    keys: ReadonlyMap<string, IssuerKeys>,
    agents: FederatedAgentFinder,
  ) {
    this.#issuers = issuers;
    this.#keys = keys;
    this.#agents = agents;
  }

  /** The configured issuer whose tokens have this `iss`, compared character by character. */
  issuerOf(iss: unknown): FederatedIssuer | undefined {
    return this.#issuers.find(({ issuer }) => issuer === iss);
  }

  /** {@inheritdoc IssuerKeys.verify} */
  async verifySignature(
    assertion: ParsedAssertion,
    issuer: FederatedIssuer,
  ): Promise<void> {
    const keys = this.#keys.get(issuer.id);
    if (!keys) {
      throw new Error(`No keys are kept of issuer ${issuer.id}`);
    }
    await keys.verify(assertion);
  }

  /** {@inheritdoc FederatedAgentFinder.find} */
  async findAgent(proof: FederatedProof): Promise<string> {
    return this.#agents.find(proof);
  }
}
