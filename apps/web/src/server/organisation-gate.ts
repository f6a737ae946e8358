import { Refusal } from './trpc/refusal.ts';

interface Queue {
  running: number;
  readonly waiting: (() => void)[];
}

/**
 * Limits how many pieces of work of one organisation use the database at the same time, so that heavy use takes
 * connections only from colleagues and never from other organisations.
 */
export class OrganisationGate {
  readonly #most: number;
  readonly #mostWaiting: number;
  readonly #queues = new Map<string, Queue>();

  constructor(most: number, mostWaiting: number) {
    this.#most = most;
    this.#mostWaiting = mostWaiting;
  }

  /** @throws Refusal `TOO_BUSY` when too many are already waiting */
  async run<Result>(organisationId: string, work: () => Promise<Result>): Promise<Result> {
    const queue = this.#queues.get(organisationId) ?? { running: 0, waiting: [] };
    this.#queues.set(organisationId, queue);
    if (queue.running >= this.#most) await this.#turn(queue);
    else queue.running += 1;
    try {
      return await work();
    } finally {
      const next = queue.waiting.shift();
      if (next !== undefined) next();
      else queue.running -= 1;
      if (queue.running === 0) this.#queues.delete(organisationId);
    }
  }

  #turn({ waiting }: Queue): Promise<void> {
    if (waiting.length >= this.#mostWaiting) {
      throw new Refusal(
        'too-many',
        'TOO_BUSY',
        'Your organisation asks for more at the same time than this installation answers. Wait a moment and try again.',
      );
    }
    return new Promise((resolve) => {
      waiting.push(resolve);
    });
  }
}
