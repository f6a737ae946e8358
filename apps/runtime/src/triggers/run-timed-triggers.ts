import { acrossOrganisations } from '@throughline/core/db';
import type { Services } from '../run/run-context.ts';
import { listTimedFlows, type TimedFlow } from '../store/list-timed-flows.ts';
import { logUnreadable } from '../store/read-triggers.ts';
import { fireSchedule } from './fire-schedule.ts';
import { pollChanges } from './poll-changes.ts';

/** One turn of everything that no outside event starts. A slow or failing poll delays no other. */
export class TimedTriggers {
  readonly #services: Services;
  readonly #polling = new Map<string, Promise<void>>();

  constructor(services: Services) {
    this.#services = services;
  }

  async turn(): Promise<void> {
    if (!this.#services.lease.isConfirmed) return;
    const { flows, unreadable } = await acrossOrganisations(this.#services.db, listTimedFlows);
    logUnreadable(this.#services.log, unreadable);
    for (const flow of flows) {
      const { trigger } = flow;
      if (trigger.kind === 'change') this.#poll(flow, () => pollChanges(this.#services, { ...flow, trigger }));
      else await this.#fire(flow, () => fireSchedule(this.#services, { ...flow, trigger }));
    }
  }

  /** Resolves when the polls under way have ended. */
  async settle(): Promise<void> {
    await Promise.allSettled(this.#polling.values());
  }

  /** A schedule that fails must not keep the flows behind it from starting. */
  async #fire({ definitionId }: TimedFlow, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#services.log.warn({ err: error, definitionId }, 'A schedule failed; the next turn tries again.');
    }
  }

  #poll({ environmentId, definitionId }: TimedFlow, work: () => Promise<void>): void {
    const name = `${environmentId}:${definitionId}`;
    if (this.#polling.has(name)) return;
    const polling = work()
      .catch((error: unknown) => {
        this.#services.log.warn({ err: error, definitionId }, 'A poll failed; the next turn tries again.');
      })
      .finally(() => this.#polling.delete(name));
    this.#polling.set(name, polling);
  }
}
