import { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { LocationSpec } from '@backstage/plugin-catalog-common';
import {
  CatalogProcessor,
  CatalogProcessorEmit,
  processingResult,
} from '@backstage/plugin-catalog-node';
import {
  AGENT_POLICY_API_VERSION,
  AGENT_POLICY_KIND,
  isAgentPolicyEntity,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { agentPolicyReferences } from './agentPolicyReferences';
import { findAgentPolicyProblems } from './findAgentPolicyProblems';
import { relationsOf } from './relationsOf';

/**
 * Relates entities of kind `AgentPolicy` to their owner and to what they speak about, and refuses those it cannot
 * relate.
 */
export class AgentPolicyEntityProcessor implements CatalogProcessor {
  static create() {
    return new AgentPolicyEntityProcessor();
  }

  private constructor() {}

  getProcessorName(): string {
    return 'AgentPolicyEntityProcessor';
  }

  /** @throws InputError naming every field that is wrong, and what it may be */
  async validateEntityKind(entity: Entity): Promise<boolean> {
    if (
      entity.apiVersion !== AGENT_POLICY_API_VERSION ||
      entity.kind !== AGENT_POLICY_KIND
    ) {
      return false;
    }
    const problems = findAgentPolicyProblems(entity);
    if (problems.length > 0) {
      throw new InputError(problems.join('; '));
    }
    return true;
  }

  async postProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    emit: CatalogProcessorEmit,
  ): Promise<Entity> {
    if (isAgentPolicyEntity(entity)) {
      for (const relation of relationsOf(entity, agentPolicyReferences)) {
        emit(processingResult.relation(relation));
      }
    }
    return entity;
  }
}
