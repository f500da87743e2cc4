import { join } from 'node:path';
import { Locator, Page } from '@playwright/test';
import { findRepositoryRoot } from '../portal/findRepositoryRoot';

/**
 * A picture for the guides, of what a story shows: of a page, what is ours on it. It is only taken where `STORY_PICTURES`
 * is set, so that running stories changes nothing in the repository.
 *
 * @param name - of the file in `docs/images`, without its end
 */
export async function picture(
  what: Page | Locator,
  name: string,
): Promise<void> {
  if (process.env.STORY_PICTURES) {
    const shown =
      'goto' in what ? what.locator('main[data-agent-governance]') : what;
    await shown.screenshot({
      path: join(findRepositoryRoot(), 'docs/images', `${name}.png`),
      animations: 'disabled',
    });
  }
}
