import { flushCompileCache } from 'node:module';
import { pino } from 'pino';
import { connectorRegistry } from '@throughline/connectors/registry';
import { loadKeyRing } from '@throughline/core/db/key-ring';
import { readEnv } from './env.ts';
import { isDatabaseDown } from '@throughline/core/db/is-database-down';
import { startRuntime } from './start-runtime.ts';
import { loggedError } from './worker/logged-error.ts';
import { boundaryHook } from './worker/boundary.ts';
import { startTracing } from './worker/tracing.ts';

/** Exit code of a worker whose runs were taken over; whoever supervises it starts a fresh one. */
const fencedExitCode = 75;

const env = readEnv(process.env);
const log = pino({
  level: env.logLevel,
  base: { app: 'runtime', pid: process.pid },
  serializers: { err: loggedError },
});
const keyRing = await loadKeyRing({ secretKey: env.secretKey, keyFile: env.keyFile });
const tracing = await startTracing(env.otlpEndpoint);
const runtime = await startRuntime({
  ...env,
  keyRing,
  connectors: connectorRegistry,
  log,
  boundary: boundaryHook(env.crashFile),
  onFenced: () => process.exit(fencedExitCode),
});

// Node keeps compiled code only when a process ends by itself, and a worker can be killed before it does.
flushCompileCache();

// A connection that breaks while nobody uses it is no reason to end; whoever needs one next gets another.
process.on('uncaughtException', (error) => {
  if (isDatabaseDown(error)) {
    log.warn({ err: error }, 'A database connection broke.');
    return;
  }
  log.fatal({ err: error }, 'The runtime cannot go on; its runs are picked up by the next worker.');
  process.exit(1);
});

let isStopping = false;
async function stop(signal: string): Promise<void> {
  // One request to stop arrives several times: the terminal, npm and a service manager each signal every process they
  // know. Draining is bounded, so nothing is gained by cutting it short.
  if (isStopping) return;
  isStopping = true;
  log.info({ signal }, 'Draining');
  await runtime.stop();
  await tracing.stop();
  process.exit(0);
}
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
  process.on(signal, () => {
    stop(signal).catch((error: unknown) => {
      log.error({ err: error }, 'Draining failed.');
      process.exit(1);
    });
  });
}
