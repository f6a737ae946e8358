import { runCommand } from './run-command.ts';

/**
 * Everything that can be checked without running the code, the longest first. Each check passes or fails as one test of
 * `npm test`.
 */
export const checks = [
  { name: 'lint', command: 'pnpm', args: ['oxlint'] },
  { name: 'types: web', command: 'pnpm', args: ['tsc', '-p', 'apps/web'] },
  {
    name: 'import rules',
    command: 'pnpm',
    args: ['depcruise', '--config', '.dependency-cruiser.mjs', 'packages', 'apps'],
  },
  { name: 'dead code', command: 'pnpm', args: ['knip'] },
  { name: 'types: runtime', command: 'pnpm', args: ['tsc', '-p', 'apps/runtime'] },
  { name: 'types: core', command: 'pnpm', args: ['tsc', '-p', 'packages/core'] },
  { name: 'types', command: 'pnpm', args: ['tsc', '-p', 'tsconfig.json'] },
  { name: 'types: connectors', command: 'pnpm', args: ['tsc', '-p', 'packages/connectors'] },
  { name: 'types: sandbox', command: 'pnpm', args: ['tsc', '-p', 'packages/sandbox'] },
  { name: 'format', command: 'pnpm', args: ['oxfmt', '--check', '.'] },
] as const;

export interface CheckOutcome {
  readonly name: string;
  readonly isOk: boolean;
}

/** Runs two at a time, because most of them use one core for most of their time, and shows what each printed at its end. */
export async function runChecks(): Promise<CheckOutcome[]> {
  const waiting: (typeof checks)[number][] = [...checks];
  const outcomes: CheckOutcome[] = [];
  const runOneAfterAnother = async (): Promise<void> => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const { exitCode, output } = await runCommand(check.command, check.args, {}, false);
      console.log(`\n── ${check.name}\n${output}`);
      outcomes.push({ name: check.name, isOk: exitCode === 0 });
    }
  };
  await Promise.all([runOneAfterAnother(), runOneAfterAnother()]);
  return outcomes;
}

if (import.meta.main) {
  const failed = (await runChecks()).filter((outcome) => !outcome.isOk);
  console.log(`\n${checks.length - failed.length} passed, ${failed.length} failed`);
  for (const { name } of failed) console.log(`  failed: ${name}`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}
