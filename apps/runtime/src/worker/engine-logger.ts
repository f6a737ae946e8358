import type { DLogger } from '@dbos-inc/dbos-sdk';
import type { Logger } from 'pino';

/** Writes the engine's own log lines to our log. Its routine information is for debugging only. */
export function engineLogger(log: Logger): DLogger {
  const engine = log.child({ part: 'engine' });
  return {
    debug: (entry) => engine.trace({}, String(entry)),
    info: (entry) => engine.debug({}, String(entry)),
    warn: (entry) => engine.warn({}, String(entry)),
    error: (entry, metadata) => engine.error({ stack: metadata?.stack }, String(entry)),
  };
}
