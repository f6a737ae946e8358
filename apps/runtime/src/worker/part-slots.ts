import type { TakePartSlot } from '../run/run-context.ts';

/** How many parts of one organisation's runs this worker executes at the same time, for each depth of parts in parts. */
const slotsPerDepth = 50;

/**
 * Bounds the branches and chunks of an organisation that run side by side in this process. A part waits for the parts
 * inside it, so each depth has slots of its own: otherwise waiting parts could hold the very slots that they wait for.
 */
export function createPartSlots(slots = slotsPerDepth): TakePartSlot {
  const pools = new Map<string, { free: number; readonly waiting: (() => void)[] }>();

  async function take(name: string): Promise<void> {
    const pool = pools.get(name) ?? { free: slots, waiting: [] };
    pools.set(name, pool);
    if (pool.free > 0) pool.free -= 1;
    else await new Promise<void>((resolve) => pool.waiting.push(resolve));
  }

  function give(name: string): void {
    const pool = pools.get(name);
    if (pool === undefined) return;
    const next = pool.waiting.shift();
    if (next !== undefined) next();
    else pool.free += 1;
    if (pool.free === slots) pools.delete(name);
  }

  return async (organisationId, depth) => {
    const name = `${organisationId}:${depth}`;
    await take(name);
    return {
      async lendDuring(wait) {
        give(name);
        try {
          return await wait();
        } finally {
          await take(name);
        }
      },
      giveBack: () => give(name),
    };
  };
}
