import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findOwned, ownerVariable } from '../owned-processes.ts';
import { freeTestPorts } from './free-test-ports.ts';

/** A folder in which a test starts programs, signals them, and counts which ones are left. */
export class ProcessLab {
  readonly folder: string;
  /** Carried by everything that the test starts, even if a program names another owner to its own children. */
  readonly #mark = randomUUID();
  output = '';
  #latest: ChildProcess | undefined;

  constructor() {
    // Open to everybody, like the temporary folder, because PostgreSQL's account must be able to reach it.
    this.folder = realpathSync(mkdtempSync(join(tmpdir(), 'throughline-lab-')));
    chmodSync(this.folder, 0o755);
  }

  /** Starts a command as the leader of a process group, as a shell does. */
  async start(command: string, args: readonly string[], more: Readonly<Record<string, string>> = {}) {
    const ports = await freeTestPorts(2);
    const child = spawn(command, args, {
      cwd: this.folder,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, FAKE_DIR: this.folder, FAKE_PORTS: ports.join(','), [ownerVariable]: this.#mark, ...more },
    });
    this.#latest = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        this.output += chunk.toString();
      });
    }
    return child;
  }

  /** The processes left of everything that the test started. */
  async left(): Promise<number[]> {
    return [...(await findOwned(this.#mark)), ...(await findOwned(this.folder))];
  }

  /** @throws Error with its output if the command ends before it prints the text. */
  untilSaid(text: string): Promise<void> {
    return until(() => {
      if (this.output.includes(text)) return true;
      if (this.#latest?.exitCode != null) throw new Error(`It ended without saying "${text}":\n${this.output}`);
      return false;
    });
  }

  /** Waits for as long as it takes. A test that waits in vain fails by the general time limit of tests. */
  async untilNobodyIsLeft(): Promise<void> {
    await until(async () => (await this.left()).length === 0);
  }

  openGate(): void {
    writeFileSync(join(this.folder, 'gate'), '');
  }

  /** The records of the fake programs, for example `first began`, in order. */
  notes(): string[] {
    return this.#lines().map((line) => line.replace(/ \d+$/, ''));
  }

  /** Process ids of a fake program, in the order in which they began. */
  pidsOf(name: string): number[] {
    return this.#lines()
      .filter((line) => line.startsWith(`${name} began`))
      .map((line) => Number(line.split(' ')[2]));
  }

  async close(): Promise<void> {
    for (const pid of await this.left()) process.kill(pid, 'SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }

  #lines(): string[] {
    try {
      return readFileSync(join(this.folder, 'notes'), 'utf8').trim().split('\n');
    } catch {
      return [];
    }
  }
}

/** The command line of a process. */
export const commandOf = (pid: number): string =>
  process.platform === 'linux'
    ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    : execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)]).toString();

export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(30);
}

/** Signals a whole process group, as a terminal does. */
export const signalGroup = (child: ChildProcess, signal: NodeJS.Signals): boolean =>
  process.kill(-(child.pid ?? 0), signal);
