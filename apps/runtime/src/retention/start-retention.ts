import type { Services } from '../run/run-context.ts';
import { startLoop, type Loop } from '../worker/loops.ts';
import { sweepRetention } from './sweep-retention.ts';

const everyMs = 3_600_000;

/** Sweeps when the worker starts and then every hour. `stop` lets the current batch end. */
export function startRetention({ db, lease, log, now }: Services): Loop {
  let isStopping = false;
  const loop = startLoop('retention', everyMs, log, async () => {
    if (!lease.isConfirmed) return;
    const removed = await sweepRetention({ db, now: new Date(now()), isStopping: () => isStopping });
    const isAny = Object.values(removed).some((count) => count > 0);
    if (isAny) log.info(removed, 'What was kept for long enough is removed.');
  });
  return {
    stop: () => {
      isStopping = true;
      return loop.stop();
    },
  };
}
