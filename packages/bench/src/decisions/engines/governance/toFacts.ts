import {
  Facts,
  freezeCondition,
  incidentCondition,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { sampleFacts } from '@agentgov/backstage-plugin-agent-governance-common/testUtils';
import { ScenarioRequest } from '../../scenario';

const AT = '2026-11-20T10:00:00.000Z';

/** The complete facts of a request, as they are gathered for a decision; what the scenario does not speak of is as usual. */
export function toFacts({ id, team, attributes }: ScenarioRequest): Facts {
  const owner = `group:default/${team}`;
  const targetRef = `component:default/${team}-api`;
  return sampleFacts({
    'agent.lifecycle': attributes.agentLifecycle,
    'action.id': attributes.action,
    'action.mutates': attributes.mutates,
    'action.effectClass': attributes.mutates ? 'idempotent' : 'read',
    'action.reversible': attributes.reversible,
    'target.ref': targetRef,
    'target.owner': owner,
    'target.owners': [owner, 'group:default/everybody'],
    'target.dataClass': attributes.dataClass,
    'topology.ownedByAgentOwner': attributes.owned,
    'topology.operates': attributes.operates,
    'topology.distance': attributes.distance,
    'topology.dependents': attributes.dependents,
    'environment.name': attributes.environment,
    'environment.production': attributes.production,
    'conditions.freeze': freezeCondition(
      attributes.freeze
        ? [
            {
              id: `freeze-${id}`,
              reason: 'Release week',
              owner,
              from: '2026-11-20T00:00:00.000Z',
              to: '2026-11-21T00:00:00.000Z',
              scope: 'everything of this team',
            },
          ]
        : [],
    ),
    'conditions.incident': incidentCondition(
      attributes.incident
        ? [
            {
              id: `incident-${id}`,
              title: 'Slow answers',
              entityRef: targetRef,
              source: 'bench',
              openedAt: AT,
            },
          ]
        : [],
    ),
    'conditions.health': {
      status: attributes.health as 'healthy' | 'degraded' | 'unhealthy',
      source: 'bench',
      reportedAt: AT,
    },
    'history.novel': attributes.novel,
    'time.hour': attributes.hour,
  });
}
