import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { dirname } from 'node:path';
import type { Stream } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { ownerVariable } from './owned-processes.ts';

export interface ChildOptions {
  readonly name: string;
  /** Arguments for Node: its own flags, the program, and the program's arguments. */
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** State folder of the installation to which the process belongs. */
  readonly owner: string;
  /** Everything it prints goes here. */
  readonly logFile?: string;
  /** Whoever reads the other end of this stream learns when the child has ended, too. */
  readonly held?: Stream | undefined;
  /** Gets everything that the child prints, in addition to the log. */
  readonly onOutput?: (text: string) => void;
}

/** How a process ended: on its own with a code, or by a signal. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export interface Child {
  readonly name: string;
  readonly pid: number;
  readonly ended: Promise<Ending>;
  /** Characters printed so far. They distinguish a slow program from one that hangs. */
  readonly printed: number;
  /** The last lines that it printed, for the message when it fails. */
  lastLines(): string;
  /** Sends SIGTERM, and SIGKILL if it has not ended after `patienceMs`. */
  stop(patienceMs: number): Promise<void>;
}

/**
 * A child whose parent is gone kills itself if it has not stopped after this time. The runtime drains for up to 20 s.
 */
export const orphanPatienceMs = 30_000;

const endWithParent = new URL('end-with-parent.ts', import.meta.url).href;

/**
 * Starts a Node program that ends with this process, however this process ends. It gets its own process group: Ctrl-C
 * in the terminal reaches only the starter, which then stops its children in order.
 */
export function startChild(options: ChildOptions): Child {
  const log = openLog(options.logFile);
  const process_ = spawn(process.execPath, ['--import', endWithParent, ...options.args], {
    cwd: options.cwd,
    env: {
      ...process.env,
      ...options.env,
      [ownerVariable]: options.owner,
      THROUGHLINE_LIFELINE: `3,${orphanPatienceMs}`,
    },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe', ...(options.held === undefined ? [] : [options.held])],
    detached: true,
  });
  let tail = '';
  let printed = 0;
  for (const stream of [process_.stdout, process_.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      const text = chunk.toString();
      printed += text.length;
      tail = `${tail}${text}`.slice(-3000);
      if (log?.writable === true) log.write(chunk);
      options.onOutput?.(text);
    });
  }
  const ended = endingOf(process_).finally(() => log?.end());
  return {
    name: options.name,
    pid: process_.pid ?? -1,
    ended,
    get printed() {
      return printed;
    },
    lastLines: () => tail.trim().split('\n').slice(-15).join('\n'),
    stop: (patienceMs) => stop(process_, ended, patienceMs),
  };
}

function openLog(file: string | undefined): WriteStream | undefined {
  if (file === undefined) return undefined;
  mkdirSync(dirname(file), { recursive: true });
  const log = createWriteStream(file, { flags: 'a', mode: 0o600 });
  // A full disk costs us the log but must not end the product.
  log.on('error', (error) => console.error(`${file} can no longer be written: ${error.message}`));
  return log;
}

/** Its last output arrives shortly after its end. A process that it left behind may keep the pipe open for longer. */
async function endingOf(process_: ChildProcess): Promise<Ending> {
  const closed = new Promise<void>((resolve) => {
    process_.once('close', () => resolve());
  });
  const ending = await new Promise<Ending>((resolve) => {
    process_.once('error', () => resolve({ code: 1, signal: null }));
    process_.once('exit', (code, signal) => resolve({ code, signal }));
  });
  await Promise.race([closed, pause(500)]);
  return ending;
}

async function stop(process_: ChildProcess, ended: Promise<Ending>, patienceMs: number): Promise<void> {
  const timer = setTimeout(() => process_.kill('SIGKILL'), patienceMs);
  process_.kill('SIGTERM');
  await ended;
  clearTimeout(timer);
}
