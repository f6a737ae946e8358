/** `npm test`: check, unit, integration, attack, e2e. The last line gives the totals. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChecks } from './check.ts';
import { findOrInstallChromium } from './chromium.ts';
import { runCommand } from './run-command.ts';
import { addTallies, type Tally, tallyOfPlaywright, tallyOfVitest } from './tally.ts';

const reports = await mkdtemp(join(tmpdir(), 'throughline-reports-'));
const tallies: { readonly suite: string; readonly tally: Tally }[] = [];

async function suite(name: string, run: () => Promise<Tally>): Promise<void> {
  console.log(`\n━━ ${name}`);
  const startedAt = Date.now();
  const tally = await run().catch((error: unknown) => {
    console.error(error);
    return { passed: 0, failed: 1, skipped: 0 };
  });
  console.log(
    `${name}: ${tally.passed} passed, ${tally.failed} failed in ${Math.round((Date.now() - startedAt) / 1000)} s`,
  );
  tallies.push({ suite: name, tally });
}

/** Runs the projects whose names begin like this. */
async function vitest(projects: string): Promise<Tally> {
  const report = join(reports, `${projects}.json`);
  const { exitCode } = await runCommand('pnpm', [
    'vitest',
    'run',
    '--project',
    `${projects}*`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  return tallyOfVitest(JSON.parse(await readFile(report, 'utf8')), exitCode);
}

async function playwright(): Promise<Tally> {
  const report = join(reports, 'e2e.json');
  const { exitCode } = await runCommand('pnpm', ['playwright', 'test', '--config', 'e2e/playwright.config.ts'], {
    THROUGHLINE_CHROMIUM: await findOrInstallChromium(),
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  });
  return tallyOfPlaywright(JSON.parse(await readFile(report, 'utf8')), exitCode);
}

await suite('check', async () => {
  const outcomes = await runChecks();
  const failed = outcomes.filter((outcome) => !outcome.isOk);
  for (const { name } of failed) console.log(`check failed: ${name}`);
  return { passed: outcomes.length - failed.length, failed: failed.length, skipped: 0 };
});
await suite('unit', () => vitest('unit'));
await suite('integration', () => vitest('integration'));
await suite('attack', () => vitest('attack'));
await suite('e2e', playwright);
await rm(reports, { recursive: true, force: true });

const total = addTallies(tallies.map(({ tally }) => tally));
console.log('');
for (const { suite: name, tally } of tallies)
  console.log(`${name}: ${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped === 0 ? '' : `, ${total.skipped} skipped`}`);
