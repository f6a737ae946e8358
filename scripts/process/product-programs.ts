import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Program } from './supervisor.ts';

interface ProgramPlace {
  readonly name: string;
  readonly root: string;
  readonly env: Readonly<Record<string, string>>;
  readonly readyUrl: string;
}

/** The process that executes flows. Each start is a new worker, which is told which earlier ones have ended. */
export function workerProgramAt({ name, root, env, readyUrl }: ProgramPlace): Program {
  const ended: string[] = [];
  return {
    name,
    // Mappings are compiled with `vm.compileFunction`, which this flag still allows; `eval` and `Function` throw.
    args: [
      '--disallow-code-generation-from-strings',
      '--import',
      './apps/runtime/src/quick-start.ts',
      'apps/runtime/src/main.ts',
    ],
    cwd: root,
    env,
    envOfProcess: () => {
      const workerId = randomUUID();
      const earlier = ended.slice(-20).join(',');
      ended.push(workerId);
      return { THROUGHLINE_WORKER_ID: workerId, THROUGHLINE_ENDED_WORKER_IDS: earlier };
    },
    readyUrl,
  };
}

/** The built web app. */
export function webProgramAt(
  { name, root, env, readyUrl }: ProgramPlace,
  { host, port }: { readonly host: string; readonly port: number },
): Program {
  return {
    name,
    args: ['node_modules/next/dist/bin/next', 'start', '--hostname', host, '--port', String(port)],
    cwd: join(root, 'apps/web'),
    env,
    readyUrl,
  };
}
