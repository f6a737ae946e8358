import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { runCommand } from './run-command.ts';

/** The one without windows needs a third less of the processor. */
const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/**
 * Path of a Chromium for the e2e stories: an installed one, or else Playwright's own, or else (on Debian, as root) the
 * package that it installs.
 * @throws Error that says what to install when there is none.
 */
export async function findOrInstallChromium(): Promise<string> {
  const installed = process.env['THROUGHLINE_CHROMIUM'] ?? findInstalled();
  if (installed !== undefined) return installed;
  const { chromium } = await import('@playwright/test');
  if (existsSync(chromium.executablePath())) return chromium.executablePath();
  if (await isDebianRoot()) {
    console.log('Installing Chromium from Debian …');
    const noQuestions = { DEBIAN_FRONTEND: 'noninteractive' };
    await runCommand('apt-get', ['update', '-qq'], noQuestions);
    // Older releases have only the second.
    for (const name of ['chromium-headless-shell', 'chromium']) {
      await runCommand('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], noQuestions);
      const found = findInstalled();
      if (found !== undefined) return found;
    }
  }
  throw new Error(
    'No Chromium was found for the browser tests. Install the package "chromium", or run "pnpm playwright install chromium", ' +
      'or set THROUGHLINE_CHROMIUM to the path of one.',
  );
}

function findInstalled(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

async function isDebianRoot(): Promise<boolean> {
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '');
  return process.getuid?.() === 0 && /^ID(_LIKE)?=.*debian/m.test(release);
}
