import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** How a command ended, with everything it printed (stdout and stderr in order of arrival). */
export interface CommandResult {
  readonly exitCode: number;
  readonly output: string;
}

/**
 * Runs a command to its end, showing its output as it comes and keeping it. A signal that would end this process ends
 * the command first, and whatever it started.
 */
export function runCommand(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = {},
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
      // A process group of its own, so that a signal can be given to all of it.
      detached: true,
    });
    let output = '';
    const keep = (chunk: Buffer, stream: NodeJS.WriteStream): void => {
      output += chunk.toString();
      stream.write(chunk);
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

/** Returns what ends it, and says which signal came, if one did. */
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
