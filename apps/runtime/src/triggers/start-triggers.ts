import type { Services } from '../run/run-context.ts';
import { startLoop, type Loop } from '../worker/loops.ts';
import type { EventReceiver } from './event-receiver.ts';
import { TimedTriggers } from './run-timed-triggers.ts';

const everyMs = 500;

/** Starts everything that starts flows without a request from outside. `stop` lets the current work end. */
export function startTriggers(services: Services, receiver: EventReceiver): Loop {
  const timed = new TimedTriggers(services);
  const loops = [
    startLoop('timed triggers', everyMs, services.log, () => timed.turn()),
    startLoop('event receiver', everyMs, services.log, () => receiver.turn()),
  ];
  return {
    async stop() {
      await Promise.all(loops.map((loop) => loop.stop()));
      await Promise.all([timed.settle(), receiver.settle()]);
    },
  };
}
