import { mkdir, mkdtemp, realpath, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { buildWeb } from './build-web.ts';

/* Builds a web app of one page with the real Next.js. */
const project = dirname(dirname(import.meta.dirname));
const waiting = 'Another process is building the web app in this folder; waiting for that build …';
let root: string;
let said: string[];

beforeEach(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'throughline-build-')));
  await mkdir(join(root, 'apps/web/src/app'), { recursive: true });
  await symlink(join(project, 'apps/web/node_modules'), join(root, 'apps/web/node_modules'));
  await write(
    'next.config.mjs',
    "export default { turbopack: { root: '/' }, typescript: { ignoreBuildErrors: true } };",
  );
  await write(
    'src/app/layout.js',
    'export default function Layout({ children }) { return <html><body>{children}</body></html>; }',
  );
  await write('src/app/page.js', 'export default function Page() { return <p>First</p>; }');
  said = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => {
    said.push(line);
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(root, { recursive: true, force: true });
});

const write = (path: string, text: string): Promise<void> => writeFile(join(root, 'apps/web', path), text);
const build = (): ReturnType<typeof buildWeb> => buildWeb({ root, owner: root });

it('waits for another build in the same folder, and then has nothing left to build', async () => {
  // The first build prerenders this page until the second one waits for it.
  const gate = join(root, 'gate');
  await write(
    'src/app/page.js',
    `import { existsSync } from 'node:fs';
     export default async function Page() {
       while (!existsSync(${JSON.stringify(gate)})) await new Promise((resolve) => setTimeout(resolve, 50));
       return <p>First</p>;
     }`,
  );
  const outcomes = Promise.all([build().done, build().done]);
  await vi.waitUntil(() => said.includes(waiting), {
    timeout: 60_000,
  });
  await writeFile(gate, '');
  expect((await outcomes).toSorted()).toEqual(['built', 'up to date']);
  expect(await build().done).toBe('up to date');
});

it('does not wait for a build that was killed', async () => {
  const turns = join(root, 'apps/web/.next/cache/turns');
  await mkdir(turns, { recursive: true });
  await writeFile(join(turns, '000000000000001-killed'), '');
  const longAgo = new Date(Date.now() - 60_000);
  await utimes(join(turns, '000000000000001-killed'), longAgo, longAgo);
  expect(await build().done).toBe('built');
  expect(said).not.toContain(waiting);
});

it('builds again after the sources changed', async () => {
  expect(await build().done).toBe('built');
  await write('src/app/page.js', 'export default function Page() { return <p>Second</p>; }');
  expect(await build().done).toBe('built');
});

it('fails with the output of Next.js when the sources cannot be built, and counts nothing as built', async () => {
  let shown = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    shown += String(chunk);
    return true;
  });
  await write('src/app/page.js', 'export default function Page( { return');
  await expect(build().done).rejects.toThrow('The web app could not be built; see the lines above.');
  expect(shown).toContain('page.js');
  await write('src/app/page.js', 'export default function Page() { return <p>Mended</p>; }');
  expect(await build().done).toBe('built');
});
