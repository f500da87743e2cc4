import AxeBuilder from '@axe-core/playwright';
import { expect, Page } from '@playwright/test';

/** Everything of ours on a page carries this, so that the host's own flaws are not counted as ours. */
const OURS = '[data-agent-governance]';

const DIALOG = '[role="dialog"]';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * Expects what we put on this page to break no rule of WCAG 2.2 AA that a machine can check.
 *
 * Fails too when there is nothing of ours on the page.
 */
export async function expectAccessible(page: Page): Promise<void> {
  await expectNoViolations(page, OURS);
}

/** The same of a dialog of ours, which stands outside of everything else. */
export async function expectAccessibleDialog(page: Page): Promise<void> {
  await expectNoViolations(page, DIALOG);
}

async function expectNoViolations(page: Page, part: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .include(part)
    .withTags(STANDARDS)
    .analyze();
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(node => `${id}: ${help} at ${node.target.join(' ')}`),
  );
  expect(found, 'accessibility problems').toEqual([]);
}
