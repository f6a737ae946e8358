import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * Asserts that the page as it stands has no violation of WCAG 2.2 A or AA. The test continues afterwards, so that
 * violations of other pages are shown too.
 */
export const checkAccessibility = (page: Page, name: string): Promise<void> =>
  check(axe(page).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']), name);

/** Asserts the rules that look at colours, for a page that was checked in another theme. */
export const checkColours = (page: Page, name: string): Promise<void> =>
  check(axe(page).withRules(['color-contrast', 'link-in-text-block']), name);

/** No page has frames of other origins, for which alone each analysis would open a page of its own. */
const axe = (page: Page): AxeBuilder => new AxeBuilder({ page }).setLegacyMode(true);

async function check(analysis: AxeBuilder, name: string): Promise<void> {
  const { violations } = await analysis.analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.map(({ html }) => html.slice(0, 200)),
  }));
  expect.soft(found, `accessibility of ${name}`).toEqual([]);
}
