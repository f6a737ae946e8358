import { pino } from 'pino';
import type { Connector } from '@throughline/core/connector';
import type { KeyRing } from '@throughline/core/db/key-ring';
import { startRuntime, type RunningRuntime } from '../src/start-runtime.ts';

export interface InProcessOptions {
  readonly databaseUrl: string;
  readonly keyRing: KeyRing;
  readonly connectors: Readonly<Record<string, Connector>>;
  readonly boundary?: (name: string) => void;
  readonly now?: () => number;
}

/** A worker inside the test's own process. There is one per test file, because the engine allows one per process. */
export function startInProcess(options: InProcessOptions): Promise<RunningRuntime> {
  return startRuntime({
    host: '127.0.0.1',
    port: 0,
    isPrivateNetworkAllowed: true,
    isHttpAllowed: false,
    leaseMs: 15_000,
    workerConcurrency: 100,
    drainMs: 2000,
    requestLifeMs: 1000,
    log: pino({ level: process.env['TEST_LOG'] ?? 'warn' }),
    boundary: () => undefined,
    onFenced: () => {
      throw new Error('This worker was fenced.');
    },
    ...options,
  });
}
