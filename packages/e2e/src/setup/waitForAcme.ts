import { setTimeout as sleep } from 'node:timers/promises';
import { AGENT_NAMES } from 'demo-agents/fleet';
import { asAgent } from '../agents';
import { asPerson, Persona, personas, PersonSession } from '../people';
import { DemoWorld } from '../world';
import { readAcmeRefs } from './readAcmeRefs';
import { SharedPortal } from './sharedPortal';

type AcmePortal = Pick<SharedPortal, 'url' | 'demoWorldUrl' | 'dataDir'>;

const PATIENCE_MS = 90_000;

/**
 * Waits until all of Acme is in the catalog and all that is known of it was stated, and all its people and agents can
 * sign in.
 *
 * A backend is ready before its catalog has read everything; a story that begins in between would fail by chance.
 *
 * @throws Error with the last trouble when it takes too long
 */
export async function waitForAcme(portal: AcmePortal): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      await expectAcme(portal);
      return;
    } catch (error) {
      if (Date.now() > deadline) {
        throw error;
      }
      await sleep(500);
    }
  }
}

async function expectAcme(portal: AcmePortal) {
  for (const persona of Object.keys(personas) as Persona[]) {
    await asPerson(portal, persona);
  }
  for (const name of AGENT_NAMES) {
    const agent = await asAgent(portal, name);
    await agent.actions();
  }
  const rosa = await asPerson(portal, 'rosa');
  await expectEntities(portal, rosa);
  await expectFacts(portal, rosa);
  await expectConditions(rosa);
  await expectPolicies(rosa);
}

async function expectEntities(portal: AcmePortal, person: PersonSession) {
  const entityRefs = await readAcmeRefs();
  const response = await person.fetch(
    `${portal.url}/api/catalog/entities/by-refs`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ entityRefs, fields: ['kind'] }),
    },
  );
  const { items } = await response.json();
  const missing = entityRefs.filter((_, index) => !items[index]);
  if (missing.length > 0) {
    throw new Error(`Not in the catalog: ${missing.join(', ')}`);
  }
}

/** What the demo world states for the first time while a request is under way would look like news. */
async function expectFacts(portal: AcmePortal, person: PersonSession) {
  for (const { entity, factType } of await new DemoWorld(
    portal.demoWorldUrl,
  ).records()) {
    const { facts } = await person.api.getContext(entity);
    const fact = facts.find(candidate => candidate.factType === factType);
    if (fact?.value === undefined) {
      throw new Error(`The portal was not told ${factType} of ${entity}`);
    }
  }
}

/** Until its monitoring was heard, nothing is known to be well. */
async function expectConditions(person: PersonSession) {
  const { environments } = await person.api.getConditions(
    'component:default/payments-api',
  );
  for (const { environment, ...facts } of environments) {
    for (const [name, { state, note }] of Object.entries(facts)) {
      if (state !== 'known') {
        throw new Error(`${name} in ${environment} is ${state}: ${note}`);
      }
    }
  }
}

/** A policy that is found while a story is under way would look like a change. */
async function expectPolicies({ api }: PersonSession) {
  const expected = (await readAcmeRefs()).filter(ref =>
    ref.startsWith('agentpolicy:'),
  );
  const { items } = await api.listPolicies({
    state: ['enforcing', 'shadow'],
    limit: 100,
  });
  const missing = expected.filter(ref => !items.some(one => one.ref === ref));
  if (missing.length > 0) {
    throw new Error(`Policies that do not decide yet: ${missing.join(', ')}`);
  }
}
