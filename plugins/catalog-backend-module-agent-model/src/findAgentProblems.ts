import { createPublicKey, JsonWebKey } from 'node:crypto';
import { Entity } from '@backstage/catalog-model';
import {
  agentEntitySchema,
  AgentEntity,
  jwkThumbprint,
} from '@agentgov/backstage-plugin-agent-governance-common';
import Ajv from 'ajv';
import { agentReferences } from './agentReferences';
import { describeSchemaError } from './describeSchemaError';
import { findReferenceProblems } from './findReferenceProblems';

const validate = new Ajv({
  allErrors: true,
  discriminator: true,
  verbose: true,
}).compile<AgentEntity>(agentEntitySchema);

/**
 * Everything that is wrong with an agent, each as a sentence that begins with the field.
 *
 * What a schema cannot say (references, keys that are on no curve) is looked at once the shape is right.
 */
export function findAgentProblems(entity: Entity): string[] {
  if (!validate(entity)) {
    return [...new Set((validate.errors ?? []).flatMap(describeSchemaError))];
  }
  return [
    ...findReferenceProblems(entity, agentReferences),
    ...findKeyProblems(entity),
    ...findIdentityProblems(entity),
  ];
}

function findKeyProblems(agent: AgentEntity): string[] {
  const keys = agent.spec.identity?.keys ?? [];
  const thumbprints = keys.map(jwkThumbprint);
  const names = keys.map(key => key.kid);
  return keys.flatMap((key, index) => {
    const path = `spec.identity.keys[${index}]`;
    if (!isUsable(key)) {
      return [`${path} is not a valid public key, check its ${key.kty} values`];
    }
    if (thumbprints.indexOf(thumbprints[index]) < index) {
      return [`${path} must be another key than the first`];
    }
    return key.kid !== undefined && names.indexOf(key.kid) < index
      ? [`${path}.kid must be another than that of the first key`]
      : [];
  });
}

function findIdentityProblems(agent: AgentEntity): string[] {
  const identities = (agent.spec.identity?.federated ?? []).map(
    ({ issuer, subject }) => JSON.stringify([issuer, subject]),
  );
  return identities.flatMap((identity, index) =>
    identities.indexOf(identity) < index
      ? [`spec.identity.federated[${index}] must be another than those before`]
      : [],
  );
}

function isUsable(key: object): boolean {
  try {
    const { asymmetricKeyDetails } = createPublicKey({
      key: key as JsonWebKey,
      format: 'jwk',
    });
    const { modulusLength } = asymmetricKeyDetails ?? {};
    return modulusLength === undefined || modulusLength >= 2048;
  } catch {
    return false;
  }
}
