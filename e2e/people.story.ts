/**
 * How a new person joins: an administrator invites them, they set their own name and password, and they protect their
 * account with an authenticator app.
 */
import { type Browser, expect, type Page } from '@playwright/test';
import { authenticatorCode } from '@throughline/core/testing/authenticator-code';
import { signIn } from './support/sign-in.ts';
import { test } from './support/test.ts';

const email = 'nadia@haldenpike.example';
const password = 'seven quiet otters by the weir';

test('an invited person sets name and password, and later signs in with a code that only their app knows', async ({
  page,
  browser,
}) => {
  await signIn(page, 'admin');
  const link = await invite(page);
  const invited = await join(browser, link);
  const secret = await setUpApp(invited);

  await invited.getByRole('button', { name: /account menu/ }).click();
  await invited.getByRole('menuitem', { name: 'Sign out' }).click();
  await invited.waitForURL(/\/sign-in$/);
  await invited.getByLabel('E-mail').fill(email);
  await invited.getByLabel('Password').fill(password);
  await invited.getByRole('button', { name: 'Sign in', exact: true }).click();
  const code = invited.getByLabel('Code from your authenticator app');
  // A code from an hour ago was valid only then.
  await code.fill(authenticatorCode(secret, -120));
  await invited.getByRole('button', { name: 'Continue' }).click();
  await expect(invited.getByText('This code is not right. Enter the one that the app shows now.')).toBeVisible();
  // The code that turned the app on is used up, so the next one is needed.
  const used = authenticatorCode(secret, 1);
  await code.fill(used);
  await invited.getByRole('button', { name: 'Continue' }).click();
  await invited.waitForURL(/\/(development|test|production)\b/);
  await expect(invited.getByRole('button', { name: 'Nadia Brandt, account menu' })).toBeVisible();

  // Somebody who saw the code being typed cannot use it, whether or not its half minute is over.
  const thief = await browser.newContext();
  const origin = new URL(page.url()).origin;
  const post = (path: string, data: object) => thief.request.post(`${origin}${path}`, { data, headers: { origin } });
  expect((await post('/api/auth/sign-in/email', { email, password })).status()).toBe(200);
  expect((await post('/api/auth/two-factor/verify-totp', { code: used })).status()).toBe(401);
  await thief.close();

  await page.goto('/test/settings');
  await expect(page.getByRole('row', { name: /Nadia Brandt/ })).toContainText('By a link from Ada Lindqvist');
  // The link works only once.
  await invited.goto(link);
  await expect(invited.getByText(/This link does not work any more/)).toBeVisible();
  await invited.context().close();
});

/** Invites the person through the screen. Returns the link that the administrator passes on. */
async function invite(page: Page): Promise<string> {
  await page.goto('/test/settings');
  await page.getByRole('button', { name: 'Invite person' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^E-mail/).fill(email);
  await dialog.getByRole('checkbox', { name: /^Operator/ }).check();
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  const link = await dialog.getByLabel('Link to pass on').inputValue();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('table', { name: 'Open invitations' }).getByRole('row', { name: email })).toBeVisible();
  return link;
}

/** Opens the link in a separate browser. Returns the page of the person, who is then signed in. */
async function join(browser: Browser, link: string): Promise<Page> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(link);
  await expect(page.getByText(`${email} is invited as analyst, operator.`)).toBeVisible();
  await page.getByLabel(/^Your name/).fill('Nadia Brandt');
  await page.getByLabel(/^New password/).fill(password);
  await page.getByLabel(/^Repeat the password/).fill(password);
  await page.getByRole('button', { name: 'Join' }).click();
  await expect(page.getByRole('button', { name: 'Nadia Brandt, account menu' })).toBeVisible();
  return page;
}

/** Sets up an authenticator app. Returns the secret that it keeps. */
async function setUpApp(page: Page): Promise<string> {
  await page.goto('/test/settings/account');
  await page.getByRole('button', { name: 'Set up' }).click();
  const dialog = page.getByRole('dialog', { name: /authenticator app/i });
  await dialog.getByLabel(/^Current password/).fill(password);
  await dialog.getByRole('button', { name: 'Continue' }).click();
  const secret = (await dialog.getByText(/^[A-Z2-7]{16,}$/).textContent()) ?? '';
  await dialog.getByLabel(/^Code that the app shows/).fill(authenticatorCode(secret));
  await dialog.getByRole('button', { name: 'Turn on' }).click();
  await expect(dialog.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')).not.toHaveCount(0);
  await dialog.getByRole('button', { name: 'I have kept them' }).click();
  await expect(page.getByText('Signing in with your password also asks for a code')).toBeVisible();
  return secret;
}
