import { Entity } from '@backstage/catalog-model';
import {
  ConditionKind,
  Facts,
} from '@agentgov/backstage-plugin-agent-governance-common';
import { ConditionReading, CurrentReport } from '../store/ConditionStore';
import { KnownConditionSource } from './conditions/KnownConditionSource';
import { RecordedConditions } from './RecordedConditions';

const NOW = new Date('2026-11-20T12:00:00.000Z');
const MINUTE = 60_000;
const ago = (minutes: number) =>
  new Date(NOW.getTime() - minutes * MINUTE).toISOString();

const TARGET = 'component:default/orders-api';
const SYSTEM = 'system:default/orders';
const DEPENDENCY = 'component:default/payments-api';

function target(dependencies: string[] = [DEPENDENCY]): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'orders-api', namespace: 'default' },
    relations: [
      { type: 'partOf', targetRef: SYSTEM },
      ...dependencies.map(targetRef => ({ type: 'dependsOn', targetRef })),
      { type: 'consumesApi', targetRef: 'api:default/payments' },
      { type: 'dependencyOf', targetRef: 'component:default/checkout-web' },
    ],
  };
}

function source(
  kind: ConditionKind,
  changes: Partial<KnownConditionSource> = {},
): KnownConditionSource {
  return {
    id: kind,
    title: kind,
    type: 'generic',
    kind,
    ttlMs: 10 * MINUTE,
    quietAfterMs: 10 * MINUTE,
    ...changes,
  };
}

function report(
  kind: ConditionKind,
  changes: Partial<CurrentReport> = {},
): CurrentReport {
  return {
    source: kind,
    key: 'k',
    kind,
    status: 'open',
    title: 'Orders are lost',
    entityRef: TARGET,
    openedAt: ago(5),
    observedAt: ago(1),
    receivedAt: ago(1),
    ...changes,
  };
}

const heard = (id: string, minutes = 1) => ({
  id,
  heardAt: ago(minutes),
  deliveredAt: ago(minutes),
});

async function over(options: {
  sources?: KnownConditionSource[];
  reading?: Partial<ConditionReading>;
  entity?: Entity;
  environment?: string;
  exceptRequestId?: string;
}) {
  const asked: string[][] = [];
  const facts = RecordedConditions.create({
    store: {
      read: async ({ entityRefs }: { entityRefs: string[] }) => {
        asked.push(entityRefs);
        return { sources: [], reports: [], executions: [], ...options.reading };
      },
    } as never,
    sources: options.sources ?? [],
    deployments: () => ['deployments:deploy'],
  });
  const seen = await facts.over({
    target: options.entity ?? target(),
    environment: options.environment ?? 'production',
    exceptRequestId: options.exceptRequestId,
    now: NOW,
  });
  return { ...seen, asked };
}

describe('RecordedConditions', () => {
  it('invariant 11: knows nothing where nobody reports', async () => {
    const { incident, health, deployInProgress } = await over({});
    expect(incident).toEqual({
      state: 'unknown',
      source: 'conditions',
      note: 'no source reports incidents',
    });
    expect(health).toEqual({
      state: 'unknown',
      source: 'conditions',
      note: 'no source reports health',
    });
    // of our own executions we know
    expect(deployInProgress).toMatchObject({
      state: 'known',
      value: { active: false },
    });
  });

  describe('incidents', () => {
    const sources = [source('incident')];

    it.each([TARGET, SYSTEM, DEPENDENCY, 'api:default/payments'])(
      'counts one of %s',
      async entityRef => {
        const { incident } = await over({
          sources,
          reading: {
            sources: [heard('incident')],
            reports: [report('incident', { entityRef, severity: 'P1' })],
          },
        });
        expect(incident).toEqual({
          value: {
            active: true,
            incidents: [
              {
                id: 'k',
                title: 'Orders are lost',
                severity: 'P1',
                entityRef,
                source: 'incident',
                openedAt: ago(5),
              },
            ],
          },
          state: 'known',
          source: 'incident',
          observedAt: ago(1),
          ttlSeconds: 600,
        });
      },
    );

    it('asks of the target, its system and what it depends on, and of nothing that depends on it', async () => {
      const { asked } = await over({ sources });
      expect(asked).toEqual([
        [TARGET, SYSTEM, 'api:default/payments', DEPENDENCY],
      ]);
    });

    it('counts those of this environment and those of all', async () => {
      const reports = [
        report('incident', { key: 'here', environment: 'production' }),
        report('incident', { key: 'there', environment: 'staging' }),
        report('incident', { key: 'everywhere' }),
      ];
      const { incident } = await over({
        sources,
        reading: { sources: [heard('incident')], reports },
      });
      expect(incident.value?.incidents.map(({ id }) => id)).toEqual([
        'everywhere',
        'here',
      ]);
    });

    it('invariant 11: is stale when a source is silent, even if it said that all is well', async () => {
      const { incident } = await over({
        sources,
        reading: { sources: [heard('incident', 10)] },
      });
      expect(incident).toMatchObject({
        state: 'stale',
        value: { active: false },
        note: `incident has been silent since ${ago(10)}`,
      });
    });

    it('invariant 11: one silent source leaves the fact open, whatever another says', async () => {
      const both = [source('incident'), source('incident', { id: 'second' })];
      const open = report('incident');
      const quiet = await over({
        sources: both,
        reading: {
          sources: [heard('incident'), heard('second', 60)],
          reports: [open],
        },
      });
      expect(quiet.incident).toMatchObject({
        state: 'stale',
        source: 'conditions',
        value: { active: true },
      });
      const unheard = { sources: [heard('incident')] };
      expect(
        (await over({ sources: both, reading: unheard })).incident,
      ).toEqual({
        state: 'unknown',
        source: 'conditions',
        note: 'second has never reported',
      });
      // what is known to be wrong stays in sight
      expect(
        (
          await over({
            sources: both,
            reading: { ...unheard, reports: [open] },
          })
        ).incident,
      ).toMatchObject({ state: 'stale', value: { active: true } });
    });

    it('invariant 11: an incident nobody repeats does not go away by itself', async () => {
      const never = source('incident', { quietAfterMs: undefined });
      const { incident } = await over({
        sources: [never],
        reading: {
          sources: [heard('incident', 600)],
          reports: [report('incident', { observedAt: ago(10) })],
        },
      });
      expect(incident).toMatchObject({
        state: 'stale',
        value: { active: true },
        note: `incident last said so of ${TARGET} at ${ago(10)}`,
      });
      expect(incident).not.toHaveProperty('ttlSeconds');
    });

    it('may be silent where its silence is said to mean nothing', async () => {
      const { incident } = await over({
        sources: [source('incident', { quietAfterMs: undefined })],
        reading: { sources: [heard('incident', 600)] },
      });
      expect(incident).toMatchObject({
        state: 'known',
        value: { active: false },
      });
    });

    it('no longer counts what a source said that is not listened to any more', async () => {
      const { incident } = await over({
        sources,
        reading: {
          sources: [heard('incident')],
          reports: [
            report('incident', { source: 'removed' }),
            // it reported health when it said so
            report('health', { source: 'incident' }),
          ],
        },
      });
      expect(incident.value?.active).toBe(false);
    });

    it('is unknown for a target with more dependencies than are looked at', async () => {
      const many = Array.from(
        { length: 100 },
        (_, i) => `component:default/d${i}`,
      );
      const { incident, asked } = await over({
        sources,
        entity: target(many),
        reading: { sources: [heard('incident')] },
      });
      expect(incident).toEqual({
        state: 'unknown',
        source: 'conditions',
        note: 'the target depends on more than 100 entities',
      });
      expect(asked[0]).toHaveLength(102);
    });
  });

  describe('health', () => {
    const sources = [source('health')];
    const says = (
      status: CurrentReport['status'],
      changes: Partial<CurrentReport> = {},
    ) => report('health', { status, ...changes });
    const healthOf = async (
      reports: CurrentReport[],
      minutes = 1,
    ): Promise<Facts['conditions']['health']> =>
      (
        await over({
          sources,
          reading: { sources: [heard('health', minutes)], reports },
        })
      ).health;

    it('is what the source says, for as long as it may be believed', async () => {
      expect(await healthOf([says('healthy')])).toEqual({
        value: { status: 'healthy', source: 'health', reportedAt: ago(1) },
        state: 'known',
        source: 'health',
        observedAt: ago(1),
        ttlSeconds: 600,
      });
    });

    it('is the worst of what is said', async () => {
      const fact = await healthOf([
        says('healthy', { key: 'a' }),
        says('unhealthy', { key: 'b' }),
        says('degraded', { key: 'c' }),
      ]);
      expect(fact.value?.status).toBe('unhealthy');
    });

    it('is the target’s own, not that of what it depends on', async () => {
      expect(
        (await healthOf([says('unhealthy', { entityRef: DEPENDENCY })])).state,
      ).toBe('unknown');
    });

    it('invariant 11: is not good because nobody says anything', async () => {
      expect(await healthOf([])).toEqual({
        state: 'unknown',
        source: 'conditions',
        note: 'no source says how the target is',
      });
    });

    it('invariant 11: is stale from the end of its time on', async () => {
      const observedAt = ago(10);
      expect((await healthOf([says('healthy', { observedAt })])).state).toBe(
        'stale',
      );
      const justBefore = new Date(
        NOW.getTime() - 10 * MINUTE + 1,
      ).toISOString();
      expect(
        (await healthOf([says('healthy', { observedAt: justBefore })])).state,
      ).toBe('known');
    });

    it('invariant 11: one stale check leaves the whole open, however well the others are', async () => {
      const fact = await healthOf([
        says('healthy', { key: 'a' }),
        says('healthy', { key: 'b', observedAt: ago(30) }),
      ]);
      expect(fact).toMatchObject({
        state: 'stale',
        value: { status: 'healthy' },
      });
    });
  });

  describe('deployments', () => {
    const execution = (requestId: string, environment = 'production') => ({
      requestId,
      actionId: 'deployments:deploy',
      environment,
      startedAt: ago(2),
    });

    it('are our own under way here, but for the one that is decided', async () => {
      const { deployInProgress } = await over({
        reading: {
          executions: [
            execution('mine'),
            execution('other'),
            execution('elsewhere', 'staging'),
          ],
        },
        exceptRequestId: 'mine',
      });
      expect(deployInProgress).toEqual({
        value: {
          active: true,
          executions: [
            {
              requestId: 'other',
              actionId: 'deployments:deploy',
              startedAt: ago(2),
            },
          ],
          reported: [],
        },
        state: 'known',
        source: 'executions',
        observedAt: NOW.toISOString(),
      });
    });

    it('are those that sources see as well', async () => {
      const { deployInProgress } = await over({
        sources: [source('deployment')],
        reading: {
          sources: [heard('deployment')],
          reports: [report('deployment', { status: 'started' })],
        },
      });
      expect(deployInProgress).toMatchObject({
        state: 'known',
        source: 'deployment',
        value: { active: true, executions: [], reported: [{ id: 'k' }] },
      });
    });

    it('invariant 11: are open where such a source is silent or was never heard', async () => {
      const sources = [source('deployment')];
      const none = await over({ sources });
      expect(none.deployInProgress.state).toBe('unknown');
      const own = await over({
        sources,
        reading: {
          sources: [heard('deployment', 60)],
          executions: [execution('other')],
        },
      });
      expect(own.deployInProgress).toMatchObject({
        state: 'stale',
        value: { active: true },
      });
    });
  });
});
