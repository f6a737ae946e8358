import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { WorkerLease } from './worker-lease.ts';

export interface Loop {
  stop(): Promise<void>;
}

/** Repeats `work` until it is stopped. A failure is logged and does not keep the next turn from coming. */
export function startLoop(name: string, everyMs: number, log: Logger, work: () => Promise<void>): Loop {
  const stopping = new AbortController();
  const run = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      try {
        await work();
      } catch (error) {
        log.warn({ err: error, loop: name }, 'A background loop failed and goes on.');
      }
      await delay(everyMs, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}

/** There are three beats per lease, so that one may be lost without consequence. */
export const startHeartbeat = (lease: WorkerLease, leaseMs: number, log: Logger): Loop =>
  startLoop('heartbeat', leaseMs / 3, log, () => lease.renew());
