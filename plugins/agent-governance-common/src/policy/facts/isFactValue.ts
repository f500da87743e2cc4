import {
  AUTONOMY_CEILINGS,
  ContextFactValue,
  DelegationFactValue,
  DeployConditionValue,
  EFFECT_CLASSES,
  FreezeConditionValue,
  HEALTH_STATUSES,
  HealthConditionValue,
  IncidentConditionValue,
  MutationCounts,
  QuotedContextValue,
  ReviewsFactValue,
  STOP_KINDS,
  StopFactValue,
  TargetAgentsRule,
  WEEKDAYS,
} from '../../model';
import { FactPath, FactValueAt } from './FactPath';

type Guards = {
  [P in FactPath]?: (value: unknown) => value is FactValueAt<P>;
};

const isString = (value: unknown): value is string => typeof value === 'string';
const isName = (value: unknown): value is string =>
  isString(value) && value !== '';
const isStrings = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every(isString);
const isBoolean = (value: unknown): value is boolean =>
  typeof value === 'boolean';
const isCount = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0;
const isOneOf =
  <T extends string>(allowed: readonly T[]) =>
  (value: unknown): value is T =>
    (allowed as readonly unknown[]).includes(value);

/** What the engine relies on; a value of another shape counts as unknown. */
const guards: Guards = {
  'agent.autonomy': isOneOf(AUTONOMY_CEILINGS),
  'agent.owner': isString,
  'action.id': isString,
  'action.effectClass': isOneOf(EFFECT_CLASSES),
  'action.mutates': isBoolean,
  'action.reversible': isBoolean,
  'action.quotesContext': isBoolean,
  'action.takesSecrets': isBoolean,
  'agent.tags': isStrings,
  'subject.ref': isName,
  'subject.groups': isStrings,
  'subject.delegation': isDelegation,
  'target.owner': isName,
  'target.owners': isStrings,
  'target.agents': isTargetAgentsRule,
  'target.tier': isName,
  'target.dataClass': isName,
  'target.tags': isStrings,
  'topology.ownedByAgentOwner': isBoolean,
  'topology.operates': isBoolean,
  'topology.distance': isCount,
  'topology.dependents': isCount,
  'topology.highestTier': isName,
  'environment.name': isString,
  'environment.production': isBoolean,
  'conditions.freeze': isFreezeCondition,
  'conditions.incident': isIncidentCondition,
  'conditions.health': isHealthCondition,
  'conditions.deployInProgress': isDeployCondition,
  'conditions.stops': (value): value is StopFactValue[] =>
    Array.isArray(value) && value.every(isStop),
  'context.required': (value): value is ContextFactValue[] =>
    Array.isArray(value) && value.every(isContextFact),
  'context.quoted': isQuotedContext,
  'run.id': isName,
  'run.step': isCount,
  'run.startedAt': isString,
  'run.startedBy': isName,
  'run.mutations': isCount,
  'run.failures': isCount,
  'run.unknownOutcomes': isCount,
  'history.mutations': isMutationCounts,
  'history.sameActionOnTarget': isCount,
  'history.sameActionOnKind': isCount,
  'history.lastDenialAt': isString,
  'history.novel': isBoolean,
  reviews: isReviews,
  'time.now': isString,
  'time.weekday': isOneOf(WEEKDAYS),
  'time.hour': (value): value is number => isCount(value) && value < 24,
  'time.zone': isName,
};

function isMutationCounts(value: unknown): value is MutationCounts {
  const { lastHour, lastDay } = (value ?? {}) as Record<string, unknown>;
  return isCount(lastHour) && isCount(lastDay) && lastHour <= lastDay;
}

function isDelegation(value: unknown): value is DelegationFactValue {
  const { id, actions, targets, environments, until } = (value ?? {}) as Record<
    string,
    unknown
  >;
  return (
    [id, until].every(isName) &&
    isStrings(actions) &&
    [targets, environments].every(
      named => named === undefined || isStrings(named),
    )
  );
}

function isTargetAgentsRule(value: unknown): value is TargetAgentsRule {
  const { rule, trusted } = (value ?? {}) as Record<string, unknown>;
  return (
    isOneOf(['forbidden', 'supervised', 'allowed'])(rule) && isBoolean(trusted)
  );
}

/** Whether it is active must follow from its freezes: of the two, neither is believed over the other. */
function isFreezeCondition(value: unknown): value is FreezeConditionValue {
  const { active, freezes, excepted } = (value ?? {}) as Record<
    string,
    unknown
  >;
  return (
    Array.isArray(freezes) &&
    freezes.every(isFreeze) &&
    Array.isArray(excepted) &&
    excepted.every(isExceptedFreeze) &&
    active === freezes.length > 0
  );
}

function isExceptedFreeze(value: unknown): boolean {
  const { exceptedBy } = (value ?? {}) as Record<string, unknown>;
  return (
    isFreeze(value) && Array.isArray(exceptedBy) && exceptedBy.every(isString)
  );
}

function isFreeze(value: unknown): boolean {
  const freeze = (value ?? {}) as Record<string, unknown>;
  return [freeze.reason, freeze.owner, freeze.to].every(isString);
}

function isIncidentCondition(value: unknown): value is IncidentConditionValue {
  const { active, incidents } = (value ?? {}) as Record<string, unknown>;
  return (
    Array.isArray(incidents) &&
    incidents.every(isIncident) &&
    active === incidents.length > 0
  );
}

function isIncident(value: unknown): boolean {
  const { id, title, entityRef, source } = (value ?? {}) as Record<
    string,
    unknown
  >;
  return [id, title, entityRef, source].every(isString);
}

function isHealthCondition(value: unknown): value is HealthConditionValue {
  const { status, source, reportedAt } = (value ?? {}) as Record<
    string,
    unknown
  >;
  return (
    isOneOf(HEALTH_STATUSES)(status) && [source, reportedAt].every(isString)
  );
}

function isDeployCondition(value: unknown): value is DeployConditionValue {
  const { active, executions, reported } = (value ?? {}) as Record<
    string,
    unknown
  >;
  return (
    Array.isArray(executions) &&
    Array.isArray(reported) &&
    active === executions.length + reported.length > 0
  );
}

function isStop(value: unknown): value is StopFactValue {
  const stop = (value ?? {}) as Record<string, unknown>;
  const scope = (stop.scope ?? {}) as Record<string, unknown>;
  return (
    [stop.reason, stop.pulledBy, stop.pulledAt].every(isString) &&
    isOneOf(STOP_KINDS)(scope.kind) &&
    (scope.kind === 'everything' || isString(scope.ref))
  );
}

function isContextFact(value: unknown): value is ContextFactValue {
  const fact = (value ?? {}) as Record<string, unknown>;
  return (
    isString(fact.factType) &&
    isOneOf(['fresh', 'ageing', 'stale', 'unknown'])(fact.freshness)
  );
}

function isQuotedContext(value: unknown): value is QuotedContextValue {
  const quoted = (value ?? {}) as Record<string, unknown>;
  return (
    isOneOf(['matches', 'mismatch', 'expired', 'none'])(quoted.result) &&
    (quoted.differences === undefined || Array.isArray(quoted.differences))
  );
}

function isReviews(value: unknown): value is ReviewsFactValue {
  const { holdDecisionId, approvals } = (value ?? {}) as Record<
    string,
    unknown
  >;
  return (
    isString(holdDecisionId) &&
    Array.isArray(approvals) &&
    approvals.every(
      approval =>
        isString(approval?.reviewerRef) && isStrings(approval?.standingRefs),
    )
  );
}

/** Whether a value has the shape that the fact at this path must have. */
export function isFactValue<P extends FactPath>(
  path: P,
  value: unknown,
): value is FactValueAt<P> {
  const guard = guards[path];
  return guard ? guard(value) : value !== undefined;
}
