import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const port = 8500;

/** Starts the whole product with the built app, on ports and with data of its own. */
export async function startProduct(): Promise<{ url: string; stop: () => Promise<void> }> {
  const stateDir = await mkdtemp(join(tmpdir(), 'throughline-bench-'));
  const names = ['WEB', 'RUNTIME', 'POSTGRES', 'SANDBOX_SALESFORCE', 'SANDBOX_NETSUITE', 'SANDBOX_KANTATA'];
  const ports = names.map((name, at): [string, string] => [`THROUGHLINE_${name}_PORT`, String(port + at)]);
  const child = spawn(process.execPath, ['scripts/start.ts'], {
    cwd: join(import.meta.dirname, '../..'),
    env: { ...process.env, ...Object.fromEntries(ports), THROUGHLINE_DATA_DIR: stateDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  const url = await new Promise<string>((resolve, reject) => {
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const [, ready] = /is ready: (\S+)/.exec(output) ?? [];
      if (ready !== undefined) resolve(ready);
    });
    void ended.then(() => reject(new Error(`The product did not start. ${output.slice(-500)}`)));
  });
  return {
    url,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
      await rm(stateDir, { recursive: true, force: true });
    },
  };
}
