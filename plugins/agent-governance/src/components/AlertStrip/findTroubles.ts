import {
  EntityConditions,
  Fact,
  HealthConditionValue,
  IncidentFactValue,
} from '@agentgov/backstage-plugin-agent-governance-common';

/** What holds in several environments alike is told once. */
interface InEnvironments {
  key: string;
  environments: string[];
}

/** An open incident. */
export interface IncidentTrouble extends InEnvironments {
  incident: IncidentFactValue;
  /** Why it is not sure any more that it is open. */
  doubt?: string;
}

/** Health that is known, and not good. */
export interface HealthTrouble extends InEnvironments {
  health: HealthConditionValue;
}

/** A condition nobody can vouch for, which is never good news. */
export interface UnknownTrouble extends InEnvironments {
  what: 'health' | 'incidents';
  /** Why it is not known. */
  because: string;
}

/** What is wrong, or not known to be well, with an entity. */
export interface Troubles {
  incidents: IncidentTrouble[];
  health: HealthTrouble[];
  unknown: UnknownTrouble[];
}

/** Merges what has the same key, keeping the first and naming the environments of all. */
function merge<T extends InEnvironments>(found: T[]): T[] {
  const merged = new Map<string, T>();
  for (const one of found) {
    const known = merged.get(one.key);
    merged.set(one.key, {
      ...(known ?? one),
      environments: [...(known?.environments ?? []), ...one.environments],
    });
  }
  return [...merged.values()];
}

function notKnown(
  what: UnknownTrouble['what'],
  fact: Fact,
  environment: string,
): UnknownTrouble[] {
  if (fact.state === 'known') {
    return [];
  }
  const because = fact.note ?? `${fact.source} does not say`;
  return [
    {
      key: [what, because].join(' '),
      what,
      because,
      environments: [environment],
    },
  ];
}

/** Finds what is wrong with an entity, or not known to be well, over all environments. */
export function findTroubles({ environments }: EntityConditions): Troubles {
  return {
    incidents: merge(
      environments.flatMap(({ environment, incident: fact }) =>
        (fact.value?.incidents ?? []).map(incident => ({
          key: [incident.source, incident.id, incident.entityRef].join(' '),
          incident,
          environments: [environment],
          doubt: fact.state === 'known' ? undefined : fact.note,
        })),
      ),
    ),
    health: merge(
      environments.flatMap(({ environment, health: { state, value } }) =>
        state === 'known' && value && value.status !== 'healthy'
          ? [
              {
                key: [value.source, value.status, value.reportedAt].join(' '),
                health: value,
                environments: [environment],
              },
            ]
          : [],
      ),
    ),
    unknown: merge(
      environments.flatMap(({ environment, health, incident }) => [
        ...notKnown('health', health, environment),
        // An open incident in doubt says so itself.
        ...(incident.value?.active
          ? []
          : notKnown('incidents', incident, environment)),
      ]),
    ),
  };
}
