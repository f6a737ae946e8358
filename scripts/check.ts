import { runCommand } from './run-command.ts';

/** Everything that can be checked without running the code. Each check passes or fails as one test of `npm test`. */
export const checks = [
  { name: 'types', command: 'pnpm', args: ['tsc', '-p', 'tsconfig.json'] },
  { name: 'types: core', command: 'pnpm', args: ['tsc', '-p', 'packages/core'] },
  { name: 'types: connectors', command: 'pnpm', args: ['tsc', '-p', 'packages/connectors'] },
  { name: 'types: sandbox', command: 'pnpm', args: ['tsc', '-p', 'packages/sandbox'] },
  { name: 'types: runtime', command: 'pnpm', args: ['tsc', '-p', 'apps/runtime'] },
  { name: 'types: web', command: 'pnpm', args: ['tsc', '-p', 'apps/web'] },
  { name: 'lint', command: 'pnpm', args: ['oxlint'] },
  { name: 'format', command: 'pnpm', args: ['oxfmt', '--check', '.'] },
  {
    name: 'import rules',
    command: 'pnpm',
    args: ['depcruise', '--config', '.dependency-cruiser.mjs', 'packages', 'apps'],
  },
  { name: 'dead code', command: 'pnpm', args: ['knip'] },
] as const;

export interface CheckOutcome {
  readonly name: string;
  readonly isOk: boolean;
}

/** Runs them one after another, because each uses all cores by itself. */
export async function runChecks(): Promise<CheckOutcome[]> {
  const outcomes: CheckOutcome[] = [];
  for (const { name, command, args } of checks) {
    console.log(`\n── ${name}`);
    const { exitCode } = await runCommand(command, args);
    outcomes.push({ name, isOk: exitCode === 0 });
  }
  return outcomes;
}

if (import.meta.main) {
  const failed = (await runChecks()).filter((outcome) => !outcome.isOk);
  console.log(`\n${checks.length - failed.length} passed, ${failed.length} failed`);
  for (const { name } of failed) console.log(`  failed: ${name}`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}
