import { chromium, type Page } from '@playwright/test';
import { demoPeople } from '@throughline/core/db/demo-people';
import { findOrInstallChromium } from '../../scripts/chromium.ts';
import { demoPassword } from '../../scripts/start/demo-password.ts';
import { startProduct } from './start-product.ts';

/**
 * Measures in headless Chromium, signed in as an analyst. It runs the whole product unless THROUGHLINE_BENCH_URL names
 * one.
 */
export async function withPage(measure: (page: Page) => Promise<void>): Promise<void> {
  const given = process.env['THROUGHLINE_BENCH_URL'];
  const product = given === undefined ? await startProduct() : { url: given, stop: () => Promise.resolve() };
  const browser = await chromium.launch({
    executablePath: process.env['THROUGHLINE_CHROMIUM'] ?? (await findOrInstallChromium()),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, baseURL: product.url });
    await signIn(page);
    await measure(page);
  } finally {
    await browser.close();
    await product.stop();
  }
}

async function signIn(page: Page): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(demoPeople.analyst.email);
  await page.getByLabel('Password').fill(demoPassword);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL(/\/test\b/);
}
