import { Freeze } from '@agentgov/backstage-plugin-agent-governance-common';
import { expect } from '@playwright/test';
import { deploy, escalate, query } from 'demo-agents/agents';
import { asAgent } from '../agents';
import { asPerson, PersonSession } from '../people';
import { SharedPortal } from '../setup/sharedPortal';
import { DemoWorld, freshVersion } from '../world';

const HOUR_MS = 3_600_000;

/** Requests of every kind that a page can have to show. */
export interface Scene {
  succeededId: string;
  deniedId: string;
  heldIds: string[];
  freezeId: string;
  /** Of Sam. */
  replayId: string;
}

/**
 * Lets something happen in the portal, so that no page is empty: a freeze, requests that ran, wait and were refused, an
 * incident, a target that is unwell, and at last a stop.
 */
export async function setScene(portal: SharedPortal): Promise<Scene> {
  const [deployBot, triageBot, insightBot, rosa] = await Promise.all([
    asAgent(portal, 'deploy-bot'),
    asAgent(portal, 'triage-bot'),
    asAgent(portal, 'insight-bot'),
    asPerson(portal, 'rosa'),
  ]);
  const succeeded = await deploy(deployBot, {
    service: 'payments-api',
    version: freshVersion(),
    environment: 'staging',
  });
  await query(insightBot, {
    dataset: 'order-facts',
    question: 'Which category is returned most?',
    environment: 'production',
  });
  const from = new Date().toISOString();
  const to = new Date(Date.now() + HOUR_MS).toISOString();
  const freeze = await rosa.api.createFreeze({
    scope: {
      entityRef: 'system:default/payments',
      environments: ['production'],
    },
    from,
    to,
    reason: 'Release week',
    owner: 'group:default/payments',
  });
  await rosa.api.createFreeze({
    scope: { environments: ['production'] },
    from: to,
    to: new Date(Date.now() + 2 * HOUR_MS).toISOString(),
    reason: 'The year is being closed',
  });
  await rosa.api.createFreeze({
    scope: {
      targets: { kind: 'component', 'spec.type': 'service' },
      actions: ['deployments:*'],
      environments: ['staging'],
    },
    recurrence: {
      rule: 'FREQ=DAILY',
      start: new Date(Date.now() - 20 * HOUR_MS).toISOString().slice(0, 16),
      duration: 'PT2H',
      zone: 'UTC',
    },
    reason: 'Quiet hours of staging',
  });
  await exceptFrom(freeze, portal);
  const denied = await deploy(deployBot, {
    service: 'payments-api',
    version: freshVersion(),
    environment: 'production',
  });
  const heldIds: string[] = [];
  for (const order of ['20417', '20418']) {
    const held = await escalate(triageBot, {
      partner: 'northwind-desk',
      ticket: `T-${freshVersion()}`,
      message: `Parcel NW-88417 of order ${order} left the warehouse nine days ago and was last seen in Hamburg.`,
      environment: 'production',
    });
    heldIds.push(held.id);
  }
  await deployBot.wait(succeeded, { seconds: 30 });
  await letTroubleBegin(new DemoWorld(portal.demoWorldUrl), rosa);
  const priya = await asPerson(portal, 'priya');
  const sam = await asPerson(portal, 'sam');
  await sam.api.grantDelegation({
    agent: 'agent:default/triage-bot',
    actions: ['tickets:escalate-to-partner'],
    targets: ['resource:default/northwind-desk'],
    environments: ['production'],
    until: to,
    reason: 'Escalates parcels of mine that are late',
  });
  const replay = await sam.api.startReplay({
    draft: {
      changes: [
        {
          kind: 'mode',
          policyRef: 'agentpolicy:default/payments-office-hours',
          mode: 'enforce',
        },
        { kind: 'off', policyRef: 'agentpolicy:default/code-freeze' },
      ],
    },
    scope: {
      from: new Date(Date.now() - 24 * HOUR_MS).toISOString(),
      to: new Date().toISOString(),
    },
  });
  await expect
    .poll(async () => (await sam.api.getReplay(replay.id)).state, {
      timeout: 60_000,
    })
    .toBe('succeeded');
  await priya.api.pullStop({
    scope: {
      kind: 'agent',
      ref: 'agent:default/deploy-bot',
      on: 'component:default/payments-api',
    },
    reason: 'It rolls the same version out again and again',
  });
  return {
    succeededId: succeeded.id,
    deniedId: denied.id,
    heldIds,
    freezeId: freeze.id,
    replayId: replay.id,
  };
}

/** One exception that waits for others, and one that is active. */
async function exceptFrom(freeze: Freeze, portal: SharedPortal) {
  const [dana, priya] = await Promise.all([
    asPerson(portal, 'dana'),
    asPerson(portal, 'priya'),
  ]);
  const ask = (entityRef: string, reason: string) =>
    dana.api.askFreezeException(freeze.id, {
      scope: { entityRef, actions: ['deployments:rollback'] },
      from: freeze.from,
      to: freeze.to,
      reason,
    });
  await ask('component:default/payments-api', 'Refunds may have to go back');
  const { id, revision } = await ask(
    'component:default/fraud-check',
    'The old model must stay within reach',
  );
  await priya.api.approveFreezeException(freeze.id, id, { revision });
}

async function letTroubleBegin(world: DemoWorld, person: PersonSession) {
  const target = 'component:default/payments-api';
  await world.setHealth(target, 'degraded');
  await world.openIncident('INC-2041', {
    entity: 'component:default/fraud-check',
    title: 'Card checks time out',
    severity: 'P2',
  });
  await expect
    .poll(async () => {
      const { environments } = await person.api.getConditions(target);
      return environments.every(
        ({ health, incident }) =>
          health.value?.status === 'degraded' && incident.value?.active,
      );
    })
    .toBe(true);
}
