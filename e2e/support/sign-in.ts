import type { Page } from '@playwright/test';
import { demoPeople } from '@throughline/core/db/demo-people';
import { demoPassword } from '../../scripts/start/demo-password.ts';
import { webUrl } from './product-address.ts';

/**
 * Signs in without the form, which has a story of its own: loading it, and the overview after it, took as long as many a
 * story itself.
 */
export async function signIn(page: Page, person: keyof typeof demoPeople): Promise<void> {
  await page.context().clearCookies();
  const response = await page.request.post('/api/auth/sign-in/email', {
    headers: { origin: webUrl },
    data: { email: demoPeople[person].email, password: demoPassword },
  });
  if (!response.ok()) throw new Error(`Signing in answered ${response.status()}: ${await response.text()}`);
}
