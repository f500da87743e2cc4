import { Entity } from '@backstage/catalog-model';
import {
  FilterPredicate,
  evaluateFilterPredicate,
} from '@backstage/filter-predicates';
import {
  FreezeExceptionScope,
  FreezeScope,
} from '@agentgov/backstage-plugin-agent-governance-common';

/** What an agent wants to do, as far as a scope may speak about it. */
export interface AskedAction {
  agentRef: string;
  actionId: string;
  environment: string;
  target: Entity;
}

/** Whether a scope covers an action, but for the entity it may name: that is for the catalog to say. */
export function coversApartFromEntity(
  scope: FreezeScope,
  asked: AskedAction,
): boolean {
  return (
    coversEnvironment(scope.environments, asked.environment) &&
    coversAction(scope.actions, asked.actionId) &&
    coversTarget(scope.targets, asked.target)
  );
}

/** Whether an exception covers an action, but for the entity it may name. */
export function exceptsApartFromEntity(
  scope: FreezeExceptionScope,
  asked: AskedAction,
): boolean {
  return (
    coversEnvironment(scope.environments, asked.environment) &&
    coversAction(scope.actions, asked.actionId) &&
    (scope.agentRef === undefined || scope.agentRef === asked.agentRef)
  );
}

/** Absent means all; a `*` at the end stands for any text. */
export function coversAction(
  actions: string[] | undefined,
  actionId: string,
): boolean {
  return (
    actions === undefined ||
    actions.some(pattern =>
      pattern.endsWith('*')
        ? actionId.startsWith(pattern.slice(0, -1))
        : actionId === pattern,
    )
  );
}

/** Whether a predicate over targets is true of one. A predicate that cannot be evaluated is. */
export function coversTarget(
  targets: FreezeScope['targets'],
  target: Entity,
): boolean {
  if (targets === undefined) {
    return true;
  }
  try {
    return evaluateFilterPredicate(targets as FilterPredicate, target);
  } catch {
    return true;
  }
}

function coversEnvironment(
  environments: string[] | undefined,
  environment: string,
): boolean {
  return environments === undefined || environments.includes(environment);
}
