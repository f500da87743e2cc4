import {
  Facts,
  deployCondition,
  freezeCondition,
  incidentCondition,
  known,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { AGENT, ASKED_AT, TARGET, digest } from './world';

/** What was looked at. @public */
export function someFacts(overrides: Partial<Facts> = {}): Facts {
  return {
    schemaVersion: 1,
    agent: {
      ref: known(AGENT, 'catalog', ASKED_AT),
      uid: known('a-uid', 'catalog', ASKED_AT),
      owner: known('group:default/platform', 'catalog', ASKED_AT),
      lifecycle: known('production', 'catalog', ASKED_AT),
      autonomy: known('autonomous', 'catalog', ASKED_AT),
      operates: known([TARGET], 'catalog', ASKED_AT),
      model: known('house-model-3', 'catalog', ASKED_AT),
    },
    action: {
      id: known('deployments:deploy', 'config', ASKED_AT),
      definitionDigest: known(digest('definition'), 'config', ASKED_AT),
      effectClass: known('keyed', 'config', ASKED_AT),
      mutates: known(true, 'config', ASKED_AT),
      reversible: known(true, 'config', ASKED_AT),
      quotesContext: known(true, 'config', ASKED_AT),
      tags: known([], 'config', ASKED_AT),
    },
    input: known(
      { version: '2.4.1', strategy: 'rolling' },
      'request',
      ASKED_AT,
    ),
    target: {
      ref: known(TARGET, 'catalog', ASKED_AT),
      uid: known('t-uid', 'catalog', ASKED_AT),
      etag: known('e1', 'catalog', ASKED_AT),
      kind: known('component', 'catalog', ASKED_AT),
      type: known('service', 'catalog', ASKED_AT),
      lifecycle: known('production', 'catalog', ASKED_AT),
      owner: known('group:default/payments', 'catalog', ASKED_AT),
      system: known('system:default/payments', 'catalog', ASKED_AT),
      domain: { state: 'unknown', source: 'catalog', note: 'no domain given' },
      tags: known(['go'], 'catalog', ASKED_AT),
      labels: known({}, 'catalog', ASKED_AT),
      annotations: known({}, 'catalog', ASKED_AT),
    },
    topology: {
      ownedByAgentOwner: known(false, 'catalog', ASKED_AT),
      operates: known(true, 'catalog', ASKED_AT),
      sameSystem: known(true, 'catalog', ASKED_AT),
      sameDomain: known(true, 'catalog', ASKED_AT),
      distance: known(0, 'catalog', ASKED_AT),
    },
    environment: {
      name: known('production', 'config', ASKED_AT),
      owner: known('group:default/sre', 'config', ASKED_AT),
      rank: known(2, 'config', ASKED_AT),
      production: known(true, 'config', ASKED_AT),
    },
    conditions: {
      freeze: known(freezeCondition([]), 'freezes', ASKED_AT),
      incident: known(incidentCondition([]), 'conditions', ASKED_AT),
      health: known(
        { status: 'healthy', source: 'monitoring', reportedAt: ASKED_AT },
        'monitoring',
        ASKED_AT,
      ),
      deployInProgress: known(deployCondition(), 'conditions', ASKED_AT),
    },
    context: {
      required: known(
        [
          {
            factType: 'runbook',
            freshness: 'stale',
            digest: digest('runbook'),
            verifiedAt: '2026-08-17T09:00:00.000Z',
            ageSeconds: 95 * 86_400,
            warnAfterSeconds: 20 * 86_400,
            errorAfterSeconds: 30 * 86_400,
          },
        ],
        'context',
        ASKED_AT,
      ),
      floorMet: known(false, 'context', ASKED_AT),
      quoted: known(
        { result: 'matches', snapshotId: 'snap-1' },
        'context',
        ASKED_AT,
      ),
    },
    run: { id: known('run-7', 'request', ASKED_AT) },
    history: {
      mutationsLastHour: known(1, 'history', ASKED_AT),
      mutationsLastDay: known(4, 'history', ASKED_AT),
      sameActionOnTarget: known(40, 'history', ASKED_AT),
      novel: known(false, 'history', ASKED_AT),
    },
    time: { now: known(ASKED_AT, 'request', ASKED_AT) },
    ...overrides,
  };
}
