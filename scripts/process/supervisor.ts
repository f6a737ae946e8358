import { join } from 'node:path';
import type { Stream } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { type Child, type Ending, startChild } from './child.ts';
import { restartDelayMs } from './restart-delay.ts';
import { untilReady } from './until-ready.ts';

export interface Program {
  readonly name: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Answers 2xx once the program is ready. */
  readonly readyUrl: string;
  /** Additional environment for each process, which is told the ones that ran before it. */
  readonly envOfProcess?: () => Readonly<Record<string, string>>;
}

export interface SupervisorOptions {
  /** State folder of the installation. It identifies the processes that belong to it. */
  readonly owner: string;
  /** Keeps the output of each program in a separate file. */
  readonly logDir?: string;
  /** Gets everything that a program prints. */
  readonly onOutput?: (text: string) => void;
  readonly say: (text: string) => void;
  /** See `ChildOptions.held`. */
  readonly held?: (() => Stream | undefined) | undefined;
  /**
   * A program that hangs or ends on its own (not by a signal) this many times before it was ever ready is given up,
   * because it is broken and whoever starts the product should know at once. Without this limit, no program is ever
   * given up.
   */
  readonly mostFailedStarts?: number;
  readonly delayMs?: (endings: number) => number;
}

/** How long a program may take to stop on its own; the runtime drains for up to 20 s. */
const patienceMs = 25_000;

/** A program that was ready for this long has recovered: its next exit counts as the first one again. */
const recoveredMs = 60_000;

/** Keeps programs running: a program that ends is restarted, for ever, with growing pauses. */
export class Supervisor {
  readonly #options: SupervisorOptions;
  readonly #stopping = new AbortController();
  readonly #children = new Map<string, Child>();

  constructor(options: SupervisorOptions) {
    this.#options = options;
  }

  /**
   * Starts a program and keeps it running. Resolves when it is ready for the first time.
   * @throws Error when it is given up, or when everything is being stopped.
   */
  run(program: Program): Promise<void> {
    return new Promise((resolve, reject) => {
      void this.#keep(program, resolve).then(reject, reject);
    });
  }

  /** Stops all programs, the latest first, and restarts none of them. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    for (const child of [...this.#children.values()].toReversed()) await child.stop(patienceMs);
  }

  /** Returns the reason why the program is not running any more. */
  async #keep(program: Program, onReady: () => void): Promise<Error> {
    const { say, mostFailedStarts, delayMs = restartDelayMs } = this.#options;
    let [endings, failedStarts, wasEverReady] = [0, 0, false];
    while (!this.#stopping.signal.aborted) {
      const child = this.#start(program);
      const readiness = await untilReady(program.readyUrl, child);
      const readySinceMs = performance.now();
      if (readiness === 'ready') {
        wasEverReady = true;
        onReady();
        if (endings > 0) say(`${program.name} is back.`);
      }
      if (readiness === 'hanging') await child.stop(0);
      const ending = await child.ended;
      if (this.#stopping.signal.aborted) break;
      const hadRecovered = readiness === 'ready' && performance.now() - readySinceMs > recoveredMs;
      endings = hadRecovered ? 1 : endings + 1;
      if (!wasEverReady && (ending.code !== null || readiness === 'hanging')) failedStarts += 1;
      const what = `${program.name} ${describe(readiness, ending)}`;
      if (failedStarts === mostFailedStarts) return new Error(`${what}.\n${child.lastLines()}`);
      say(`\n${what}. It is started again in ${delayMs(endings) / 1000} s.\n${child.lastLines()}`);
      await pause(delayMs(endings), undefined, { signal: this.#stopping.signal }).catch(() => undefined);
    }
    return new Error(`${program.name} is being stopped.`);
  }

  #start({ name, args, cwd, env, envOfProcess }: Program): Child {
    const { owner, logDir, onOutput, held } = this.#options;
    const child = startChild({
      name,
      args,
      cwd,
      env: { ...env, ...envOfProcess?.() },
      owner,
      ...(logDir !== undefined && { logFile: join(logDir, `${name}.log`) }),
      ...(onOutput !== undefined && { onOutput }),
      held: held?.(),
    });
    this.#children.set(name, child);
    return child;
  }
}

function describe(readiness: 'ready' | 'ended' | 'hanging', { code, signal }: Ending): string {
  if (readiness === 'hanging') return 'did nothing at all while starting and was killed';
  const how = signal === null ? `with exit code ${code}` : `by ${signal}`;
  return `ended ${how}${readiness === 'ready' ? '' : ' while starting'}`;
}
