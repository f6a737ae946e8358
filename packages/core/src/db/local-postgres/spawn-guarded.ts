import { type ChildProcess, spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import type { Account } from './account.ts';

/**
 * Runs its arguments as a program. A second shell waits for the end of descriptor 3, which only this process's parent
 * (and whoever the parent gave it to) holds open, and then asks the program to stop. So does a signal to the first one.
 */
const guard = `
"$@" 3<&- &
program=$!
trap 'kill -INT "$program"' INT TERM
(read -r _ <&3; kill -INT "$program") 2>/dev/null &
watch=$!
exec 3<&-
while kill -0 "$program" 2>/dev/null; do wait "$program"; status=$?; done
kill "$watch" 2>/dev/null
exit "$status"`;

export interface GuardedOptions {
  readonly account: Account | undefined;
  readonly cwd: string;
}

/**
 * Starts a program of somebody else that ends with this process, kill -9 included: SIGINT asks it to stop. It gets a
 * process group of its own, because Ctrl-C must not reach the database before those who still write to it have stopped.
 */
export const spawnGuarded = (command: string, args: readonly string[], options: GuardedOptions): ChildProcess =>
  spawn('/bin/sh', ['-c', guard, 'throughline-guard', command, ...args], {
    ...options.account,
    cwd: options.cwd,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });

/** The program's reason to go on: it stops once nobody holds this any more. */
export const lifelineOf = (child: ChildProcess): Socket => child.stdio[3] as Socket;
