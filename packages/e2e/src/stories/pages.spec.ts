import { Page } from '@playwright/test';
import {
  expectAccessible,
  expectAccessibleDialog,
} from '../accessibility/expectAccessible';
import {
  chooseTheme,
  expectFits,
  expectTheme,
  openPage,
  section,
  Theme,
} from '../pages';
import { Persona, signInAs } from '../people';
import { expect, test } from '../test';
import { Scene, setScene } from './scene';

const NARROW = { width: 380, height: 800 };
const WIDE = { width: 1280, height: 800 };

interface Place {
  name: string;
  person: Persona;
  path(scene: Scene): string;
  /** What else to do before looking. */
  prepare?(page: Page): Promise<void>;
}

const tab = (kind: string, name: string): Place => ({
  name: `tab of ${kind} ${name}`,
  person: 'sam',
  path: () => `/catalog/default/${kind}/${name}/agents`,
});
const viewOf = (view: string): Place => ({
  name: `agent ${view}`,
  person: 'sam',
  path: () => `/catalog/default/agent/deploy-bot/agents?view=${view}`,
});
const coverageOf = (view: string): Place => ({
  name: `coverage ${view.split('&')[0]}`,
  person: 'vera',
  path: () => `/agent-governance/coverage?view=${view}`,
});
const ours = (name: string, path: (scene: Scene) => string): Place => ({
  name,
  person: 'sam',
  path: scene => `/agent-governance/${path(scene)}`,
});

const places: Place[] = [
  {
    name: 'overview',
    person: 'sam',
    path: () => '/catalog/default/component/payments-api',
  },
  tab('component', 'payments-api'),
  tab('system', 'payments'),
  tab('resource', 'northwind-desk'),
  tab('agent', 'deploy-bot'),
  {
    name: 'tools of an MCP server',
    person: 'sam',
    path: () => '/catalog/default/api/carrier-tools/agent-tools',
  },
  viewOf('requests'),
  viewOf('identity'),
  viewOf('reach'),
  viewOf('stops'),
  ours('approvals', ({ heldIds }) => `approvals?request=${heldIds[0]}`),
  ours('requests', () => 'requests'),
  ours('request that waits', ({ heldIds }) => `requests/${heldIds[0]}`),
  ours('request that was refused', ({ deniedId }) => `requests/${deniedId}`),
  ours('request that ran', ({ succeededId }) => `requests/${succeededId}`),
  ours('freezes', () => 'freezes'),
  ours('stops', () => 'stops'),
  ours('delegations', () => 'delegations'),
  ours('freezes as a list', () => 'freezes?view=list'),
  ours('freeze', ({ freezeId }) => `freezes?freeze=${freezeId}`),
  ours('policies', () => 'policies'),
  ours('replays', () => 'replays'),
  ours('new replay', () => 'replays?new=true'),
  ours('replay', ({ replayId }) => `replays?replay=${replayId}&by=agent`),
  ours('simulator', () => 'simulator'),
  ours(
    'simulation',
    () =>
      `simulator?${new URLSearchParams({
        agent: 'agent:default/deploy-bot',
        action: 'deployments:deploy',
        target: 'component:default/payments-api',
        environment: 'production',
        input: '{"version":"9.9.9"}',
        facts: '[["conditions.health","unknown",""]]',
        change: 'off agentpolicy:default/production-changes',
      })}`,
  ),
  {
    name: 'policy',
    person: 'sam',
    path: () => '/catalog/default/agentpolicy/production-changes/policy',
  },
  {
    name: 'sources',
    person: 'vera',
    path: () => '/agent-governance/sources',
  },
  coverageOf('roads'),
  coverageOf('plugins'),
  coverageOf('actions'),
  coverageOf('servers&server=carrier'),
  {
    name: 'ledger',
    person: 'vera',
    path: () => '/agent-governance/ledger',
    async prepare(page) {
      await page.getByRole('button', { name: 'Verify' }).click();
      await expect(page.getByText(/Nothing wrong was found/)).toBeVisible();
    },
  },
];

function picture(name: string, theme: string) {
  const file = `${name.replaceAll(' ', '-')}-${theme}.png`;
  return { path: `test-results/pages/${file}`, fullPage: true };
}

async function lookAt(
  page: Page,
  options: { place: Place; scene: Scene; theme: Theme },
) {
  const { place, scene, theme } = options;
  await openPage(page, place.path(scene));
  await expectTheme(page, theme);
  await place.prepare?.(page);
  await page.screenshot(picture(place.name, theme));
  await expectAccessible(page);
}

async function squeeze(page: Page, options: { place: Place; theme: Theme }) {
  const { place, theme } = options;
  await page.setViewportSize(NARROW);
  await expectFits(page);
  await page.screenshot(picture(place.name, `${theme}-narrow`));
  await page.setViewportSize(WIDE);
}

for (const theme of ['light', 'dark'] satisfies Theme[]) {
  test(`every page is accessible and fits a narrow window, ${theme}`, async ({
    page,
    portal,
  }) => {
    // each page takes seconds, and there are many
    test.setTimeout(600_000);
    const scene = await setScene(portal);
    await chooseTheme(page, theme);
    for (const person of new Set(places.map(place => place.person))) {
      await signInAs(page, person);
      for (const place of places.filter(each => each.person === person)) {
        await test.step(place.name, async () => {
          await lookAt(page, { place, scene, theme });
          await squeeze(page, { place, theme });
        });
      }
    }
    await test.step('form for a freeze', async () => {
      await openPage(page, '/agent-governance/freezes?new=true');
      await expect(page.getByRole('dialog')).toBeVisible();
      await page.screenshot(picture('freeze form', theme));
      await expectAccessibleDialog(page);
    });
    await test.step('stopping, and releasing', async () => {
      await openPage(page, '/catalog/default/component/payments-api/agents');
      await page.getByRole('button', { name: 'Stop', exact: true }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await page.screenshot(picture('stop form', theme));
      await expectAccessibleDialog(page);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
      await page.getByRole('link', { name: 'Release it' }).click();
      await expect(page.getByRole('dialog')).toContainText('0 of 2');
      await page.screenshot(picture('stop release', theme));
      await expectAccessibleDialog(page);
    });
    await test.step('form for a freeze that comes back', async () => {
      await openPage(
        page,
        '/agent-governance/freezes?new=true&environment=production',
      );
      const form = page.getByRole('dialog');
      await form.getByRole('button', { name: /How often/ }).click();
      await page.getByRole('option', { name: 'Every week' }).click();
      await form.getByText('Friday').click();
      const preview = form.getByRole('region', {
        name: 'What would be frozen',
      });
      await expect(preview).toContainText('every week on Friday');
      await preview.scrollIntoViewIfNeeded();
      await page.screenshot(picture('freeze form recurring', theme));
      await expectAccessibleDialog(page);
    });
    await test.step('form for a calendar file', async () => {
      await openPage(page, '/agent-governance/freezes?import=true');
      await expect(page.getByRole('dialog')).toBeVisible();
      await page.screenshot(picture('freeze import', theme));
      await expectAccessibleDialog(page);
    });
  });
}

test('the keyboard reaches and operates an approval', async ({
  page,
  portal,
}) => {
  const { heldIds } = await setScene(portal);
  await signInAs(page, 'sam');
  await openPage(page, `/agent-governance/approvals?request=${heldIds[0]}`);
  const selected = page
    .getByRole('list', { name: 'Requests that wait for you' })
    .locator('[aria-current="true"]');
  await expect(selected).toHaveAttribute('href', new RegExp(heldIds[0]));
  await page.keyboard.press('j');
  await expect(selected).toHaveAttribute('href', new RegExp(heldIds[1]));
  const request = page.getByRole('region', { name: /Escalate to partner/ });
  await expect(request).toBeFocused();

  const reach = async (name: string) => {
    const button = request.getByRole('button', { name, exact: true });
    await expect(button).toBeEnabled();
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab');
      if (await button.evaluate(node => node === document.activeElement)) {
        return;
      }
    }
    throw new Error(`Tab does not reach ${name}`);
  };
  await reach('Approve');
  await page.keyboard.press('Enter');
  await expect(
    page.getByText('Your approval was recorded.').first(),
  ).toBeVisible();
  await openPage(page, `/agent-governance/requests/${heldIds[1]}`);
  await expect(section(page, 'Who reviewed')).toContainText('Sam Adeyemi');
});

test('a request that does not exist is not found, and nothing is made up', async ({
  page,
}) => {
  await signInAs(page, 'dana');
  await openPage(
    page,
    '/agent-governance/requests/0190e0e0-0000-7000-8000-000000000000',
  );
  await expect(page.getByRole('alert')).toContainText(
    'There is no such thing here, or you may not see it',
  );
  await expect(page.getByRole('article')).toHaveCount(0);
});

test('a person who may not read the ledger is told so', async ({ page }) => {
  await signInAs(page, 'dana');
  await openPage(page, '/agent-governance/ledger');
  await expect(page.getByRole('alert')).toContainText(
    'You may not see the ledger',
  );
});

test('a portal that fails is shown as failing, never as empty', async ({
  page,
  portal,
}) => {
  await setScene(portal);
  await signInAs(page, 'rosa');
  await page.route('**/api/agent-governance/**', route =>
    route.fulfill({
      status: 500,
      json: { error: { name: 'Error', message: 'Out of order' } },
    }),
  );
  for (const path of [
    '/catalog/default/component/payments-api/agents',
    '/agent-governance/approvals',
    '/agent-governance/requests',
    '/agent-governance/freezes',
    '/agent-governance/sources',
    '/agent-governance/ledger',
  ]) {
    await test.step(path, async () => {
      await page.goto(path);
      const ourPart = page.getByRole('main').last();
      await expect(
        ourPart
          .getByRole('alert')
          .filter({ hasText: 'Could not read' })
          .first(),
      ).toBeVisible({ timeout: 30_000 });
      await expect(ourPart.locator('[aria-busy="true"]')).toHaveCount(0, {
        timeout: 30_000,
      });
      await expect(ourPart.getByRole('rowheader')).toHaveCount(0);
      await expect(ourPart).not.toContainText(
        /No agent has asked|Nothing waits|No freeze is|Nothing is recorded|No request is like this/,
      );
    });
  }
});
