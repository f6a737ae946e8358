/**
 * `npm run attack`: starts the whole product and attacks it. Arguments go to Vitest; the name of a file runs only that
 * file.
 */
import { runCommand } from './run-command.ts';

const { exitCode } = await runCommand('pnpm', ['vitest', 'run', '--project', 'attack', ...process.argv.slice(2)]);
process.exitCode = exitCode;
