import { query } from 'demo-agents/agents';
import { asAgent } from '../agents';
import { section } from '../pages';
import { asPerson, signInAs } from '../people';
import { expect, test } from '../test';
import { changeFact, freshVersion } from '../world';

const DATASET = 'resource:default/customer-events';

test('data that was reclassified after the agent looked is refused, with old and new value and who says so', async ({
  page,
  portal,
  world,
}) => {
  const insightBot = await asAgent(portal, 'insight-bot');
  const dana = await asPerson(portal, 'dana');
  const classify = (value: string) =>
    changeFact(world, dana, { entity: DATASET, factType: 'data-class', value });
  const question = `How many carts were left behind before ${freshVersion()}?`;

  await classify('internal');
  const seen = await insightBot.context(DATASET);
  await classify('restricted');
  const asked = await query(
    insightBot,
    { dataset: 'customer-events', question, environment: 'production' },
    { contextSnapshot: seen.id },
  );
  expect(asked).toMatchObject({ state: 'denied', reason: 'denied' });
  expect(
    (await world.effects()).filter(({ body }) => body.question === question),
  ).toEqual([]);

  await signInAs(page, 'dana', {
    path: `/agent-governance/requests/${asked.id}`,
  });
  const saw = section(page, 'What it saw');
  await expect(saw).toContainText('is not what holds any more');
  await expect(
    saw.getByRole('listitem').filter({ hasText: 'it saw' }),
  ).toContainText(
    'data-class: it saw internal, now it is restricted (from acme-registry',
  );
  const standing = section(page, 'Where it stands');
  await expect(standing).toContainText('internal');
  await expect(standing).toContainText('restricted');
});
