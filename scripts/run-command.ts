import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** How a command ended, and everything it printed (stdout and stderr in order of arrival). */
export interface CommandResult {
  readonly exitCode: number;
  readonly output: string;
}

/**
 * Runs a command to its end and keeps its output, which is also shown as it comes unless that is not wanted. A signal
 * that would end this process first ends the command and everything that it started.
 */
export function runCommand(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
  isShown = true,
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
      // In its own process group, so that a signal can be sent to all of it.
      detached: true,
    });
    let output = '';
    const keep = (chunk: Buffer, stream: NodeJS.WriteStream): void => {
      output += chunk.toString();
      if (isShown) stream.write(chunk);
    };
    child.stdout.on('data', (chunk: Buffer) => keep(chunk, process.stdout));
    child.stderr.on('data', (chunk: Buffer) => keep(chunk, process.stderr));
    const stopPassingOn = passSignalsOn(child.pid);
    child.once('error', reject);
    child.once('close', (code) => {
      const asked = stopPassingOn();
      if (asked !== undefined) process.exit(128 + constants.signals[asked]);
      resolve({ exitCode: code ?? 1, output });
    });
  });
}

/** Returns a function that ends it, and says which signal came, if any. */
function passSignalsOn(pid: number | undefined): () => NodeJS.Signals | undefined {
  let asked: NodeJS.Signals | undefined;
  const pass = (signal: NodeJS.Signals): void => {
    asked ??= signal;
    if (pid !== undefined) process.kill(-pid, signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, pass);
  return () => {
    for (const signal of signals) process.off(signal, pass);
    return asked;
  };
}
