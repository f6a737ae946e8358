import { Worker } from 'node:worker_threads';
import type { MappingDocument } from '../../mapping/document.ts';
import type { ValueMapTables } from '../../mapping/functions/function-definition.ts';
import type { Problem } from '../problem.ts';
import { LimitedThread, type StartWorker } from './limited-thread.ts';
import { savedTestLimits, type SavedTestLimits } from './saved-test-limits.ts';
import { savedTestProblem } from './saved-test-problem.ts';
import type { ThreadReply, ThreadRequest } from './thread-message.ts';

/** The saved tests of one mapping, which has at least one. */
export interface MappingTests {
  readonly document: MappingDocument;
  readonly key: string;
  readonly valueMaps: ValueMapTables;
}

export interface TestThreadOptions extends Partial<SavedTestLimits> {
  /** Ends the tests when the caller no longer waits for them. */
  readonly signal?: AbortSignal | undefined;
  /** The organisation whose change it is. It has one thread at a time. */
  readonly owner?: string | undefined;
}

/** Calls `work` with a thread for the saved tests of one change, and ends the thread afterwards. */
export async function inTestThread<Result>(
  options: TestThreadOptions,
  work: (thread: TestThread) => Promise<Result>,
): Promise<Result> {
  const thread = new TestThread(options);
  try {
    return await work(thread);
  } finally {
    await thread.end();
  }
}

/** Runs the saved tests of one change in a limited thread, which has the value maps until they change. */
export class TestThread {
  readonly #limits: SavedTestLimits;
  readonly #thread: LimitedThread<ThreadRequest, ThreadReply>;
  /** The value maps that the thread already has. */
  #valueMaps: ValueMapTables | undefined;
  #stepsLeft: number;

  constructor({ signal, owner = '', ...limits }: TestThreadOptions = {}) {
    this.#limits = { ...savedTestLimits, ...limits };
    this.#thread = new LimitedThread(startWorker, { ...this.#limits, signal, owner });
    this.#stepsLeft = this.#limits.steps;
  }

  /** @throws TestsBusyError when the thread has no turn, and the signal's reason when it is aborted */
  async run(tests: MappingTests): Promise<readonly Problem[]> {
    await this.#thread.takeTurn();
    if (this.#thread.isOutOfTime) {
      return [notRun(tests, 'the saved tests of this change together take too long. Make them smaller')];
    }
    let index = 0;
    const answer = await this.#thread.ask(this.#requestFor(tests), (message) => {
      if (!('started' in message)) return message;
      index = message.started;
      return undefined;
    });
    if ('stopped' in answer) {
      const { document, key } = tests;
      const place = { key, index, name: document.tests[index]?.name ?? '' };
      const reason = `was stopped, because it ${answer.stopped}. Make the test or the mapping smaller.`;
      return [savedTestProblem(place, 'TEST_FAILED', reason)];
    }
    this.#stepsLeft = answer.reply.stepsLeft;
    return answer.reply.problems;
  }

  /** Ends the thread, even in the middle of a test. */
  end(): Promise<void> {
    return this.#thread.end();
  }

  #requestFor({ document, key, valueMaps }: MappingTests): ThreadRequest {
    const isKnown = this.#thread.isStarted && this.#valueMaps === valueMaps;
    this.#valueMaps = valueMaps;
    const { stepsPerTest } = this.#limits;
    return { document, key, stepsPerTest, stepsLeft: this.#stepsLeft, ...(isKnown ? {} : { valueMaps }) };
  }
}

const startWorker: StartWorker = (megabytes) =>
  new Worker(new URL('./saved-tests.worker.ts', import.meta.url), {
    execArgv: [],
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
  });

function notRun({ document, key }: MappingTests, because: string): Problem {
  const place = { key, index: 0, name: document.tests[0]?.name ?? '' };
  return savedTestProblem(place, 'TEST_NOT_RUN', `was not run, because ${because}.`);
}
