import { Entity } from '@backstage/catalog-model';
import { agentPolicyEntitySchema } from '@agentgov/backstage-plugin-agent-governance-common';
import Ajv from 'ajv';
import { agentPolicyReferences } from './agentPolicyReferences';
import { describeSchemaError } from './describeSchemaError';
import { findReferenceProblems } from './findReferenceProblems';

const validate = new Ajv({ allErrors: true, verbose: true }).compile(
  agentPolicyEntitySchema,
);

/**
 * What keeps the catalog from taking a policy in, each as a sentence that begins with the field: no more than
 * what relations are made of. Its rules are judged when it is loaded.
 */
export function findAgentPolicyProblems(entity: Entity): string[] {
  if (!validate(entity)) {
    return [...new Set((validate.errors ?? []).flatMap(describeSchemaError))];
  }
  return findReferenceProblems(entity, agentPolicyReferences);
}
