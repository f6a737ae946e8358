import type { Page } from '@playwright/test';
import { demoPeople } from '@throughline/core/db/demo-people';
import { demoPassword } from '../../scripts/start/demo-password.ts';

/** Signs in through the form, as a person would, and waits for the overview. */
export async function signIn(page: Page, person: keyof typeof demoPeople): Promise<void> {
  await page.context().clearCookies();
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(demoPeople[person].email);
  await page.getByLabel('Password').fill(demoPassword);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(/\/test\b/);
}
