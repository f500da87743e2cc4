import { AgentEntity } from './AgentEntity';
import { AgentFederatedIdentity } from './AgentFederatedIdentity';
import {
  FEDERATED_ISSUER_ID_PATTERN,
  MAX_FEDERATED_IDENTITIES,
  MAX_FEDERATED_SUBJECT_LENGTH,
} from './constants';

/**
 * The federated identities of an agent that may be used.
 *
 * @remarks
 *
 * As with keys, nothing is assumed of what the catalog let through: what is not an identity is left out, and of more
 * than are allowed none is used.
 *
 * @public
 */
export function readFederatedIdentities(
  entity: AgentEntity,
): AgentFederatedIdentity[] {
  const identities: unknown = entity.spec.identity?.federated;
  if (
    !Array.isArray(identities) ||
    identities.length > MAX_FEDERATED_IDENTITIES
  ) {
    return [];
  }
  return identities.flatMap((candidate: unknown) => {
    const { issuer, subject } = (candidate ?? {}) as Record<string, unknown>;
    return typeof issuer === 'string' &&
      FEDERATED_ISSUER_ID_PATTERN.test(issuer) &&
      typeof subject === 'string' &&
      subject !== '' &&
      subject.length <= MAX_FEDERATED_SUBJECT_LENGTH
      ? [{ issuer, subject }]
      : [];
  });
}
