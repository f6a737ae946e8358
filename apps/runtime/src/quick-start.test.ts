import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const program = fileURLToPath(new URL('../testing/print-resolved-modules.ts', import.meta.url));
const quickStart = new URL('quick-start.ts', import.meta.url).href;

async function resolvedModules(...args: string[]): Promise<Record<string, string>> {
  const { stdout } = await promisify(execFile)(process.execPath, [...args, program], { maxBuffer: 64 * 1024 * 1024 });
  return JSON.parse(stdout) as Record<string, string>;
}

it('resolves each import of the runtime to the same file and format as Node alone', async () => {
  const [byNode, quickly] = await Promise.all([resolvedModules(), resolvedModules('--import', quickStart)]);
  expect(Object.keys(byNode).length).toBeGreaterThan(2000);
  expect(quickly).toEqual(byNode);
});
