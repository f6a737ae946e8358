/** `npm run attack`: starts the whole product and attacks it. Arguments go to Vitest: a file's name runs that file only. */
import { runCommand } from './run-command.ts';

const { exitCode } = await runCommand('pnpm', ['vitest', 'run', '--project', 'attack', ...process.argv.slice(2)]);
process.exitCode = exitCode;
