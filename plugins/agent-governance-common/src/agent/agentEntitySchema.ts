import { JsonObject } from '@backstage/types';
import { AUTONOMY_CEILINGS } from '../model';
import { agentPublicKeySchema } from './agentPublicKeySchema';
import {
  AGENT_API_VERSION,
  AGENT_KIND,
  AGENT_LIFECYCLES,
  FEDERATED_ISSUER_ID_PATTERN,
  MAX_AGENT_KEYS,
  MAX_FEDERATED_IDENTITIES,
  MAX_FEDERATED_SUBJECT_LENGTH,
} from './constants';

const REF = { type: 'string', minLength: 1, maxLength: 256 };

/**
 * JSON Schema (draft 7) of an `Agent` entity, for validators and editors.
 *
 * `metadata` is left to the catalog, which validates it for every kind alike.
 *
 * @public
 */
export const agentEntitySchema: JsonObject = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'AgentV1alpha1',
  description: 'A program that acts in the portal under its own name',
  type: 'object',
  required: ['apiVersion', 'kind', 'spec'],
  properties: {
    apiVersion: { const: AGENT_API_VERSION },
    kind: { const: AGENT_KIND },
    spec: {
      type: 'object',
      required: ['type', 'lifecycle', 'owner', 'autonomy'],
      properties: {
        type: {
          description: 'What sort of agent this is',
          type: 'string',
          minLength: 1,
          maxLength: 63,
        },
        lifecycle: {
          description: 'An agent may act in every lifecycle but retired',
          enum: [...AGENT_LIFECYCLES],
        },
        owner: {
          description: 'The group or user answerable for the agent',
          ...REF,
        },
        system: { description: 'The system it belongs to', ...REF },
        operates: {
          description: 'The components and systems it works on',
          type: 'array',
          maxItems: 1000,
          items: REF,
        },
        autonomy: {
          description: 'What it may do at most, whatever a policy says',
          enum: [...AUTONOMY_CEILINGS],
        },
        model: {
          description: 'The model behind it, for people',
          type: 'string',
          maxLength: 256,
        },
        instructions: {
          description: 'What it was told to do, for people',
          type: 'string',
          maxLength: 65536,
        },
        identity: {
          description: 'How it proves that it is itself',
          type: 'object',
          minProperties: 1,
          additionalProperties: false,
          properties: {
            keys: {
              description: 'Public JSON Web Keys, two while one is replaced',
              type: 'array',
              minItems: 1,
              maxItems: MAX_AGENT_KEYS,
              items: agentPublicKeySchema,
            },
            federated: {
              description: 'Who it is to issuers of tokens elsewhere',
              type: 'array',
              minItems: 1,
              maxItems: MAX_FEDERATED_IDENTITIES,
              items: {
                type: 'object',
                required: ['issuer', 'subject'],
                additionalProperties: false,
                properties: {
                  issuer: {
                    description: 'Id of the issuer in the configuration',
                    type: 'string',
                    pattern: FEDERATED_ISSUER_ID_PATTERN.source,
                  },
                  subject: {
                    description: 'The sub claim of its tokens, exactly',
                    type: 'string',
                    minLength: 1,
                    maxLength: MAX_FEDERATED_SUBJECT_LENGTH,
                  },
                },
              },
            },
          },
        },
      },
    },
  },
};
