import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';
import { untilStill } from './until-still.ts';

/**
 * Asserts that the page as it stands has no violation of WCAG 2.2 A or AA. The test continues afterwards, so that
 * violations of other pages are shown too. `part` is a selector, for a check of what has just opened.
 */
export const checkAccessibility = (page: Page, name: string, part?: string): Promise<void> =>
  check(page, name, { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }, part);

/** Asserts only the rules about colours, for a page that was already checked in another theme. */
export const checkColours = (page: Page, name: string, part?: string): Promise<void> =>
  check(page, name, { type: 'rule', values: ['color-contrast', 'link-in-text-block'] }, part);

type Rules = NonNullable<Parameters<AxeBuilder['options']>[0]['runOnly']>;

async function check(page: Page, name: string, runOnly: Rules, part?: string): Promise<void> {
  await untilStill(page);
  const axe = new AxeBuilder({ page });
  if (part !== undefined) axe.include(part);
  const { violations } = await axe
    // An analysis opens a page of its own only for frames of other origins, and no page has any.
    .setLegacyMode(true)
    // Describing every element that is in order takes three times as long as the analysis itself.
    .options({ runOnly, resultTypes: ['violations'] })
    .analyze();
  const found = violations.map(({ id, help, nodes }) => ({
    id,
    help,
    where: nodes.map(({ html }) => html.slice(0, 200)),
  }));
  expect.soft(found, `accessibility of ${name}`).toEqual([]);
}
