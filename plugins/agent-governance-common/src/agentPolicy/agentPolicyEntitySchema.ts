import { JsonObject } from '@backstage/types';
import {
  AGENT_POLICY_API_VERSION,
  AGENT_POLICY_KIND,
  AGENT_POLICY_LEVELS,
  AGENT_POLICY_MODES,
} from './constants';

const REF = { type: 'string', minLength: 1, maxLength: 256 };

/**
 * JSON Schema (draft 7) of an `AgentPolicy` entity, for the catalog.
 *
 * @remarks
 *
 * Shallow on purpose: it asks for what relations are made of, and leaves everything else to whoever loads
 * policies. A catalog that refuses an entity goes on showing the one before, so a mistake in a rule would
 * be hidden by the very check that found it.
 *
 * @public
 */
export const agentPolicyEntitySchema: JsonObject = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'AgentPolicyV1alpha1',
  description: 'What agents may do, as far as its owner has a say',
  type: 'object',
  required: ['apiVersion', 'kind', 'spec'],
  properties: {
    apiVersion: { const: AGENT_POLICY_API_VERSION },
    kind: { const: AGENT_POLICY_KIND },
    spec: {
      type: 'object',
      required: ['owner'],
      properties: {
        owner: {
          description: 'The group or user answerable for the policy',
          ...REF,
        },
        level: {
          description: `On whose behalf it speaks: ${AGENT_POLICY_LEVELS.join(
            ', ',
          )}`,
        },
        mode: {
          description: `Whether it counts: ${AGENT_POLICY_MODES.join(', ')}`,
        },
        entity: {
          description: 'At the service level, the entity it speaks about',
          ...REF,
        },
        appliesTo: {
          description: 'Actions, targets and environments it speaks about',
        },
        rules: { description: 'Its rules, each with a name and an effect' },
        fixtures: {
          description:
            'Made-up requests that try it, and what should become of them; no part of the policy',
        },
      },
    },
  },
};
