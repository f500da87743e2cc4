import { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { LocationSpec } from '@backstage/plugin-catalog-common';
import {
  CatalogProcessor,
  CatalogProcessorEmit,
  processingResult,
} from '@backstage/plugin-catalog-node';
import {
  AGENT_API_VERSION,
  AGENT_KIND,
  isAgentEntity,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { agentReferences } from './agentReferences';
import { findAgentProblems } from './findAgentProblems';
import { relationsOf } from './relationsOf';

/**
 * Validates entities of kind `Agent` and relates them to what they belong to and operate.
 */
export class AgentEntityProcessor implements CatalogProcessor {
  static create() {
    return new AgentEntityProcessor();
  }

  private constructor() {}

  getProcessorName(): string {
    return 'AgentEntityProcessor';
  }

  /** @throws InputError naming every field that is wrong, and what it may be */
  async validateEntityKind(entity: Entity): Promise<boolean> {
    if (entity.apiVersion !== AGENT_API_VERSION || entity.kind !== AGENT_KIND) {
      return false;
    }
    const problems = findAgentProblems(entity);
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
    if (isAgentEntity(entity)) {
      for (const relation of relationsOf(entity, agentReferences)) {
        emit(processingResult.relation(relation));
      }
    }
    return entity;
  }
}
