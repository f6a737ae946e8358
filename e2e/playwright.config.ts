import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { e2ePorts, sandboxKey, webUrl } from './support/product-address.ts';

const root = join(import.meta.dirname, '..');
// Playwright reads this file again in each worker, so only the first one may choose the folder.
const stateDir = (process.env['THROUGHLINE_E2E_DATA_DIR'] ??= mkdtempSync(join(tmpdir(), 'throughline-e2e-')));
const executablePath = process.env['THROUGHLINE_CHROMIUM'];

/** Those after it need its deal and its exception. */
const firstStory = 'closed-won.story.ts';
/** What auto-map proposes depends on the mappings of the firm, so that nobody else may draw any meanwhile. */
const proposalStories = ['auto-map.story.ts', 'customer-mapping.story.ts'];
const pageStories = ['every-page.story.ts', 'failing-server.story.ts'];

export default defineConfig({
  testDir: '.',
  outputDir: join(root, 'test-results'),
  // Whole records are expected. `--update-snapshots` writes them again, and a reviewer reads the differences.
  snapshotPathTemplate: '{testDir}/expected/{arg}{ext}',
  updateSnapshots: 'none',
  // There is one product, and all stories are about the same firm, but each changes only what no other one looks at. Three
  // of them run at a time: two would often wait for the same answer of the server.
  workers: 3,
  fullyParallel: false,
  projects: [
    { name: 'first', testMatch: firstStory },
    { name: 'proposals', testMatch: proposalStories, workers: 1 },
    { name: 'pages', testMatch: pageStories, fullyParallel: true, dependencies: ['first', 'proposals'] },
    {
      name: 'stories',
      testMatch: '*.story.ts',
      testIgnore: [firstStory, ...proposalStories, ...pageStories],
      dependencies: ['first', 'proposals'],
    },
  ],
  forbidOnly: process.env['CI'] !== undefined,
  retries: 0,
  // Tests wait for conditions and never for time, so a loaded machine only takes longer.
  timeout: 3_600_000,
  expect: { timeout: 120_000 },
  reporter: [
    ['list'],
    ['json', { outputFile: process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] ?? join(stateDir, 'report.json') }],
  ],
  globalTeardown: './support/remove-state.ts',
  use: {
    baseURL: webUrl,
    viewport: { width: 1440, height: 900 },
    timezoneId: 'Europe/London',
    locale: 'en-GB',
    // A trace copies the document after each action, which doubles the time that the stories take.
    trace: process.env['THROUGHLINE_TRACE'] === undefined ? 'off' : 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: {
    // The same program as behind `npm start`, with a separate data folder and separate ports.
    command: `"${process.execPath}" scripts/start.ts`,
    cwd: root,
    url: `${webUrl}/api/health`,
    // The starter itself gives up on a program that makes no progress, so a time limit would only fail busy machines.
    timeout: 4 * 60 * 60 * 1000,
    // While a story is written, a product that is already up saves building and starting one for each try.
    reuseExistingServer: process.env['THROUGHLINE_E2E_REUSE'] !== undefined,
    stdout: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 60_000 },
    env: {
      THROUGHLINE_DATA_DIR: stateDir,
      THROUGHLINE_WEB_PORT: String(e2ePorts.web),
      THROUGHLINE_RUNTIME_PORT: String(e2ePorts.runtime),
      THROUGHLINE_POSTGRES_PORT: String(e2ePorts.postgres),
      THROUGHLINE_SANDBOX_CONTROL_KEY: sandboxKey,
      THROUGHLINE_SANDBOX_SALESFORCE_PORT: String(e2ePorts.salesforce),
      THROUGHLINE_SANDBOX_NETSUITE_PORT: String(e2ePorts.netsuite),
      THROUGHLINE_SANDBOX_KANTATA_PORT: String(e2ePorts.kantata),
      THROUGHLINE_SANDBOX_HUBSPOT_PORT: String(e2ePorts.hubspot),
    },
  },
});
