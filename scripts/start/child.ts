import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

export interface ChildOptions {
  readonly name: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Everything it prints goes here. */
  readonly logFile: string;
}

export interface Child {
  readonly name: string;
  readonly pid: number;
  /** Exit code, or null when a signal ended it. */
  readonly ended: Promise<number | null>;
  /** Last lines printed, for the message when it fails. */
  lastLines(): string;
  /** SIGTERM; SIGKILL when it has not left after `patienceMs`. */
  stop(patienceMs: number): Promise<void>;
}

/**
 * Starts a Node program in a process group of its own: Ctrl-C in the terminal reaches the starter only, which then
 * stops its children in order.
 */
export function startChild(options: ChildOptions): Child {
  mkdirSync(dirname(options.logFile), { recursive: true });
  const log = createWriteStream(options.logFile, { flags: 'a', mode: 0o600 });
  const child = spawn(process.execPath, options.args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let tail = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      tail = `${tail}${chunk.toString()}`.slice(-3000);
      log.write(chunk);
    });
  }
  const ended = new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code) => {
      log.end();
      resolve(code);
    });
  });
  return {
    name: options.name,
    pid: child.pid ?? -1,
    ended,
    lastLines: () => tail.trim().split('\n').slice(-15).join('\n'),
    stop: (patienceMs) => stop(child, ended, patienceMs),
  };
}

async function stop(child: ChildProcess, ended: Promise<number | null>, patienceMs: number): Promise<void> {
  const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  child.kill('SIGTERM');
  await ended;
  clearTimeout(timer);
}
