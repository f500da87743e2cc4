import { Locator, Page } from '@playwright/test';
import { expectAccessible } from '../accessibility/expectAccessible';
import { overMcp, said } from '../agents';
import { asPerson, signInAs } from '../people';
import { section } from '../pages';
import { expect, test } from '../test';
import { freshVersion } from '../world';

const TRACK = 'mcp-carrier.track_parcel';
const REROUTE = 'mcp-carrier.reroute_parcel';
const WAIT = 'agent-governance.wait-for-request';
const REQUEST = 'agent-governance.io/request';

const TOOLS_PAGE = '/catalog/default/api/carrier-tools/agent-tools';

/** A tool on the page of its server. */
function toolOn(page: Page, title: string) {
  return page.getByRole('listitem').filter({ hasText: title });
}

/** Whoever looks at a tool accepts it exactly as it stands there. */
async function accept(tool: Locator) {
  await tool.getByRole('button', { name: /^Accept it as it is/ }).click();
  await expect(tool).toContainText('Agents can ask for it');
}

test(
  'an agent with the official MCP client reaches what it may, waits for a person, and is kept from a tool that changed',
  { tag: '@postgres' },
  async ({ page, portal, world }) => {
    test.setTimeout(120_000);
    const triageBot = await overMcp(portal, 'triage-bot');
    const parcel = `NW-${freshVersion()}`;
    const tools = async () =>
      (await triageBot.listTools()).tools.map(({ name }) => name);
    const reroute = () =>
      triageBot.callTool({
        name: REROUTE,
        arguments: { parcel, shop: 'Altona' },
        _meta: { 'agent-governance.io/purpose': 'The customer moved' },
      });
    const rerouted = async () =>
      (await world.effects()).filter(({ body }) => body.parcel === parcel);

    await test.step('the owner of the tools accepts them, and agents have them', async () => {
      const sam = await asPerson(portal, 'sam');
      await expect
        .poll(async () => {
          const { items } = await sam.api.listMcpTools('carrier');
          return items.map(({ name, state }) => [name, state]);
        })
        .toEqual([
          ['reroute_parcel', 'new'],
          ['track_parcel', 'new'],
        ]);
      expect(await tools()).not.toContain(TRACK);
      await signInAs(page, 'sam', { path: TOOLS_PAGE });
      for (const title of ['Track a parcel', 'Reroute a parcel']) {
        const tool = toolOn(page, title);
        await tool.getByText(/^Nobody accepted it yet/).click();
        await expect(tool).toContainText('What it says about its effects');
        await accept(tool);
      }
      await expect
        .poll(tools)
        .toEqual(expect.arrayContaining([TRACK, REROUTE]));
    });

    await test.step('what is allowed comes back as the carrier answered it', async () => {
      expect(
        await triageBot.callTool({ name: TRACK, arguments: { parcel } }),
      ).toEqual({
        content: [{ type: 'text', text: `${parcel} was last seen in Hamburg` }],
        structuredContent: { parcel, seenIn: 'Hamburg', daysAgo: 9 },
      });
    });

    const held =
      await test.step('what nothing undoes is held, and says how to go on', async () => {
        const answer = await reroute();
        expect(answer.isError).toBe(true);
        expect(answer.structuredContent).toBeUndefined();
        expect(said(answer)).toMatchObject({
          request: answer._meta![REQUEST],
          state: 'held',
          unblock: [expect.objectContaining({ kind: 'review' })],
        });
        expect((await reroute())._meta).toEqual(answer._meta);
        expect(await rerouted()).toEqual([]);
        return answer._meta![REQUEST] as string;
      });

    await test.step('its owner approves it in the browser', async () => {
      await page.goto(`/agent-governance/approvals?request=${held}`);
      const request = page.getByRole('region', { name: /Reroute a parcel/ });
      await expect(request).toContainText(parcel);
      await expect(request).toContainText('The customer moved');
      await request.getByRole('button', { name: 'Approve' }).click();
      await expect(
        page.getByText('Your approval was recorded.').first(),
      ).toBeVisible();
    });

    await test.step('the same call runs once', async () => {
      const stands = await triageBot.callTool({
        name: WAIT,
        arguments: { request: held, waitSeconds: 30 },
      });
      expect(said(stands)).toMatchObject({ state: 'authorised' });
      expect(await rerouted()).toEqual([]);
      expect(await reroute()).toEqual({
        content: [{ type: 'text', text: `${parcel} goes to Altona` }],
      });
      expect(await rerouted()).toMatchObject([
        { what: 'reroute', outcome: 'accepted' },
      ]);
      await page.goto(`/agent-governance/requests/${held}`);
      await expect(section(page, 'Who reviewed')).toContainText('Sam Adeyemi');
    });

    await test.step('a tool that says something else is gone until its owner has looked', async () => {
      await world.describeRerouting(
        'Sends a parcel anywhere, and charges whoever sent it',
      );
      await expect.poll(tools).not.toContain(REROUTE);
      expect(said(await reroute())).toMatchObject({ error: 'InputError' });
      await page.goto(TOOLS_PAGE);
      const tool = toolOn(page, 'Reroute a parcel');
      await tool.getByText(/^It says something else/).click();
      const difference = tool.getByRole('row', { name: /description/ });
      await expect(difference).toContainText('to another parcel shop');
      await expect(difference).toContainText('charges whoever sent it');
      await expectAccessible(page);

      await accept(tool);
      await expect.poll(tools).toContain(REROUTE);
      expect(said(await reroute())).toMatchObject({ state: 'held' });
      expect(await rerouted()).toHaveLength(1);
      await world.describeRerouting();
    });

    await test.step('the record of all this holds', async () => {
      const vera = await asPerson(portal, 'vera');
      expect(await vera.api.verifyLedger()).toMatchObject({
        ok: true,
        findings: [],
      });
    });
    await triageBot.close();
  },
);
