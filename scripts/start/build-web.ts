import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runCommand } from '../run-command.ts';

/** What the built web app depends on: change one, and the next start builds again. */
const sources = [
  'apps/web/{src,public}/**/*',
  'apps/web/*.{ts,mjs,json}',
  'packages/{core,connectors}/src/**/*',
  'pnpm-lock.yaml',
];

/**
 * Builds the web app for production unless the last build was of the same sources.
 * @throws Error when the build fails; its output was shown.
 */
export async function buildWeb(root: string): Promise<'built' | 'up to date'> {
  const stampFile = join(root, 'apps/web/.next/built-from');
  const fingerprint = await fingerprintOf(root);
  const lastBuild = await readFile(stampFile, 'utf8').catch(() => '');
  if (lastBuild === fingerprint && existsSync(join(root, 'apps/web/.next/BUILD_ID'))) return 'up to date';
  console.log('Building the web app (once; about a minute) …');
  const { exitCode } = await runCommand('pnpm', ['--dir', join(root, 'apps/web'), 'exec', 'next', 'build'], {
    NODE_ENV: 'production',
  });
  if (exitCode !== 0) throw new Error('The web app could not be built; see the lines above.');
  await writeFile(stampFile, fingerprint);
  return 'built';
}

async function fingerprintOf(root: string): Promise<string> {
  const files: string[] = [];
  for await (const entry of glob(sources, {
    cwd: root,
    withFileTypes: true,
    exclude: ['**/*.test.ts', '**/*.test.tsx', '**/next-env.d.ts'],
  })) {
    if (entry.isFile()) files.push(join(entry.parentPath, entry.name));
  }
  const hash = createHash('sha256').update(process.version);
  for (const file of files.toSorted()) hash.update(file).update(await readFile(file));
  return hash.digest('hex');
}
