import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Program } from '../process/supervisor.ts';
import { addressOf, type ServeSettings } from './serve-settings.ts';

/** These settings override the environment. Web app and workers read all others from the environment themselves. */
const serveEnv = ({ databaseUrl, web, worker }: ServeSettings): Record<string, string> => ({
  NODE_ENV: 'production',
  DATABASE_URL: databaseUrl,
  THROUGHLINE_DEMO: '0',
  THROUGHLINE_SANDBOX_URLS: '',
  THROUGHLINE_WEB_PORT: String(web.port),
  THROUGHLINE_RUNTIME_PORT: String(worker.port),
});

export function workerProgram(settings: ServeSettings): Program {
  const ended: string[] = [];
  return {
    name: 'worker',
    // Mappings are compiled through `vm.compileFunction`, which this leaves alone; `eval` and `Function` throw.
    args: ['--disallow-code-generation-from-strings', 'apps/runtime/src/main.ts'],
    cwd: settings.root,
    env: { ...serveEnv(settings), THROUGHLINE_RUNTIME_HOST: settings.worker.host },
    envOfProcess: () => {
      const workerId = randomUUID();
      const earlier = ended.slice(-20).join(',');
      ended.push(workerId);
      return { THROUGHLINE_WORKER_ID: workerId, THROUGHLINE_ENDED_WORKER_IDS: earlier };
    },
    readyUrl: `http://${addressOf(settings.worker)}/health`,
  };
}

export function webProgram(settings: ServeSettings): Program {
  const { host, port } = settings.web;
  return {
    name: 'web',
    args: ['node_modules/next/dist/bin/next', 'start', '--hostname', host, '--port', String(port)],
    cwd: join(settings.root, 'apps/web'),
    env: {
      ...serveEnv(settings),
      THROUGHLINE_AUTH_SECRET: settings.authSecret,
      THROUGHLINE_PUBLIC_URL: settings.publicUrl,
    },
    // Not its health: that also says whether a worker runs, which may be started later and elsewhere.
    readyUrl: `http://${addressOf(settings.web)}/sign-in`,
  };
}
