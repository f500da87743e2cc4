import { Page } from '@playwright/test';
import { expectAccessible } from '../accessibility/expectAccessible';
import { chooseTheme, expectFits, expectTheme, openPage } from '../pages';
import { signInAs } from '../people';
import { expect, test } from '../test';

const POLICY = '/catalog/default/agentpolicy/code-freeze/policy';

const editorOf = (page: Page) =>
  page.getByRole('textbox', { name: 'Text to try' });

/** Goes on with the keyboard until something has the focus. */
async function tabTo(page: Page, isThere: () => Promise<boolean>) {
  for (let steps = 0; steps < 60; steps += 1) {
    await page.keyboard.press('Tab');
    if (await isThere()) {
      return;
    }
  }
  throw new Error('The keyboard does not lead there');
}

const focusIs = (page: Page, role: 'button' | 'link', name: string | RegExp) =>
  page
    .getByRole(role, { name })
    .first()
    .evaluate(node => node === document.activeElement)
    .catch(() => false);

test('somebody writes a policy with the keyboard alone, and is helped to put it right', async ({
  page,
}) => {
  const { keyboard } = page;
  await signInAs(page, 'rosa', { path: POLICY });
  const editor = editorOf(page);
  const options = page.locator('.cm-tooltip-autocomplete');

  await test.step('the editor is reached', async () => {
    await tabTo(page, () => focusIs(page, 'button', 'Try a change'));
    await keyboard.press('Enter');
    await expect(editor).toBeVisible();
    await tabTo(page, () =>
      editor.evaluate(node => node === document.activeElement),
    );
    await expect(editor).toHaveAccessibleDescription(/Escape, then Tab/);
  });

  await test.step('an empty file is begun with what a policy has to have', async () => {
    await keyboard.press('ControlOrMeta+a');
    await keyboard.press('Delete');
    await keyboard.press('Control+Space');
    const chosen = options.locator('[aria-selected="true"]');
    await expect(chosen).toContainText('a whole policy');
    // for 75 ms after it opened, a list takes no keys: nobody could have read it
    await page.waitForTimeout(150);
    await keyboard.press('ArrowDown');
    await expect(chosen).toContainText('apiVersion');
    await keyboard.press('ArrowUp');
    await expect(chosen).toContainText('a whole policy');
    await keyboard.press('Enter');
    await expect(editor).toContainText('kind: AgentPolicy');
    await keyboard.type('by-keyboard');
  });

  await test.step('what is missing is said in words that lead to its place', async () => {
    const owner = page.getByRole('button', { name: 'Line 6, column 10' });
    await expect(owner).toBeVisible();
    await keyboard.press('Escape');
    await tabTo(page, () => focusIs(page, 'button', 'Line 6, column 10'));
    await keyboard.press('Enter');
    await expect(editor).toBeFocused();
    await keyboard.press('End');
    await keyboard.type('payments');
  });

  await test.step('facts are suggested, with what they say', async () => {
    await keyboard.press('ControlOrMeta+End');
    await keyboard.press('ArrowUp');
    await keyboard.press('End');
    await keyboard.type(' People look.');
    await keyboard.press('Enter');
    await keyboard.type('when: cond');
    await expect(options).toContainText('conditions.freeze.active');
    await expect(page.locator('.cm-completionInfo')).toContainText(
      'For example',
    );
    await keyboard.press('Escape');
    await keyboard.type('itions.freze');
  });

  await test.step('a mistake is shown at its place, and put right', async () => {
    await expect(page.locator('.cm-lintRange-error')).toHaveText(['freze']);
    await expect(editor).toHaveAttribute('aria-invalid', 'true');
    await expectAccessible(page);
    await keyboard.press('Escape');
    await keyboard.press('Escape');
    await tabTo(page, () => focusIs(page, 'button', 'Use conditions.freeze'));
    await keyboard.press('Enter');
    await expect(editor).toBeFocused();
    await keyboard.press('End');
    await keyboard.type('.active');
    await keyboard.press('Escape');
    await expect(page.getByText('No problems.')).toBeVisible();
  });

  await test.step('and is taken to the simulator as it is', async () => {
    await keyboard.press('Escape');
    await tabTo(page, () => focusIs(page, 'link', 'Simulate a request'));
    await keyboard.press('Enter');
    await expect(page).toHaveURL(/\/agent-governance\/simulator#draft=/);
    await expect(page.locator('.cm-content').first()).toContainText(
      'by-keyboard',
    );
  });
});

for (const theme of ['light', 'dark'] as const) {
  test(`a policy is shown, tried by its fixtures and changed in the ${theme} portal, in a narrow window too`, async ({
    page,
  }) => {
    await chooseTheme(page, theme);
    await signInAs(page, 'rosa', { path: POLICY });
    await openPage(page, `${POLICY}?try=change`);
    await expectTheme(page, theme);
    const editor = editorOf(page);
    await expect(editor).toBeVisible();

    const text = page.getByRole('list', { name: 'What the catalog holds' });
    await expect(text).toContainText('action.mutates');
    await expect(page.getByText(/3 of 3 as expected/)).toBeVisible();

    // the editor takes its colours from the portal
    const [ink, paper] = await editor.evaluate(node => {
      const frame = node.closest('.cm-editor')!;
      const lightness = (color: string) =>
        color
          .match(/\d+/g)!
          .slice(0, 3)
          .map(Number)
          .reduce((a, b) => a + b);
      const style = getComputedStyle(frame);
      return [lightness(style.color), lightness(style.backgroundColor)];
    });
    expect(ink > paper).toBe(theme === 'dark');

    await editor.press('ControlOrMeta+End');
    await editor.pressSequentially('  mode: shdow');
    await editor.press('Escape');
    await expect(page.getByText('1 problem', { exact: true })).toBeVisible();
    await expectAccessible(page);
    await page.screenshot({
      path: test.info().outputPath('policy.png'),
      fullPage: true,
    });
    await page.setViewportSize({ width: 400, height: 900 });
    await expectFits(page);
    await page.screenshot({
      path: test.info().outputPath('policy-narrow.png'),
      fullPage: true,
    });
  });
}
