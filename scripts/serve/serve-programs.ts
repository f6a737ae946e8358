import { webProgramAt, workerProgramAt } from '../process/product-programs.ts';
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
  return workerProgramAt({
    name: 'worker',
    root: settings.root,
    env: { ...serveEnv(settings), THROUGHLINE_RUNTIME_HOST: settings.worker.host },
    readyUrl: `http://${addressOf(settings.worker)}/health`,
  });
}

export function webProgram(settings: ServeSettings): Program {
  const place = {
    name: 'web',
    root: settings.root,
    env: {
      ...serveEnv(settings),
      THROUGHLINE_AUTH_SECRET: settings.authSecret,
      THROUGHLINE_PUBLIC_URL: settings.publicUrl,
    },
    // This is not the health check, which also reports whether a worker runs. A worker may be started later and
    // elsewhere.
    readyUrl: `http://${addressOf(settings.web)}/sign-in`,
  };
  return webProgramAt(place, settings.web);
}
