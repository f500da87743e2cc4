import { expect, Page } from '@playwright/test';

/**
 * Expects that nothing of ours ends beyond the right edge of the window, where a person would have to scroll sideways
 * to read it. What scrolls by itself, within a frame of its own, is left alone.
 */
export async function expectFits(page: Page): Promise<void> {
  await expect
    .poll(() => findBeyondEdge(page), {
      message: 'what ends beyond the edge of the window',
    })
    .toEqual([]);
}

async function findBeyondEdge(page: Page): Promise<string[]> {
  return page.locator('[data-agent-governance]').evaluateAll(ours => {
    const root = document.documentElement;
    const edge = root.clientWidth;
    const isFrame = (node: Element) =>
      ['auto', 'scroll', 'hidden'].includes(getComputedStyle(node).overflowX);
    const find = (node: Element): string[] => {
      const past = node.getBoundingClientRect().right - edge;
      const own =
        past > 0.5 ? [`${node.outerHTML.slice(0, 160)}: ${past}`] : [];
      return isFrame(node) ? own : own.concat([...node.children].flatMap(find));
    };
    const window =
      root.scrollWidth > edge ? [`everything: ${root.scrollWidth}`] : [];
    return window.concat(ours.flatMap(find));
  });
}
