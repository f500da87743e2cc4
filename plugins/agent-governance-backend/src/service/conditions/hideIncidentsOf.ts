import {
  EntityConditions,
  IncidentConditionValue,
  MASKED_ENTITY_REF,
} from '@agentgov/backstage-plugin-agent-governance-common';

/** What stands for the title of an incident that is nobody's business but its entity's readers'. */
const HIDDEN_TITLE = 'An incident of something you may not read';

/**
 * Takes out what incidents of masked entities say. That there is one stays: it is why things wait.
 */
export function hideIncidentsOf(
  conditions: EntityConditions,
): EntityConditions {
  return {
    ...conditions,
    environments: conditions.environments.map(one => ({
      ...one,
      incident: {
        ...one.incident,
        ...(one.incident.value && { value: hideIn(one.incident.value) }),
      },
    })),
  };
}

function hideIn(value: IncidentConditionValue): IncidentConditionValue {
  return {
    ...value,
    incidents: value.incidents.map(incident =>
      incident.entityRef === MASKED_ENTITY_REF
        ? { ...incident, id: 'hidden', title: HIDDEN_TITLE }
        : incident,
    ),
  };
}
