import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { glob, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Child, startChild } from '../process/child.ts';
import { buildStages } from './build-stages.ts';
import { takeBuildTurn } from './build-turn.ts';

/** What the built web app depends on. When one of these changes, the next start builds again. */
const sources = [
  'apps/web/{src,public}/**/*',
  'apps/web/*.{ts,mjs,json}',
  'packages/{core,connectors}/src/**/*',
  'pnpm-lock.yaml',
];

export interface WebBuild {
  /** @throws Error when the build fails or is stopped; its output has been shown by then. */
  readonly done: Promise<'built' | 'up to date'>;
  /** Stops a running build. */
  stop(): Promise<void>;
}

interface BuildPlace {
  readonly root: string;
  /** See `ChildOptions.owner`. */
  readonly owner: string;
  readonly logFile?: string;
}

/**
 * Builds the web app for production unless the last build had the same sources. If another process builds it in the
 * same checkout, waits for that build and looks again: a second build would take the files from under an app that the
 * first one has started.
 */
export function buildWeb(place: BuildPlace): WebBuild {
  let child: Child | undefined;
  const stopping = new AbortController();
  const stampFile = join(place.root, 'apps/web/.next/built-from');

  const isUpToDate = async (fingerprint: string): Promise<boolean> => {
    const lastBuild = await readFile(stampFile, 'utf8').catch(() => '');
    return lastBuild === fingerprint && existsSync(join(place.root, 'apps/web/.next/BUILD_ID'));
  };

  const run = async (): Promise<void> => {
    let output = '';
    child = startBuild(place, (text) => {
      const before = buildStages(output).length;
      output += text;
      for (const stage of buildStages(output).slice(before)) console.log(`  ${stage}`);
    });
    const { code } = await child.ended;
    if (code === 0) return;
    process.stdout.write(output);
    throw new Error('The web app could not be built; see the lines above.');
  };

  const build = async (): Promise<'built' | 'up to date'> => {
    const fingerprint = await fingerprintOf(place.root);
    if (await isUpToDate(fingerprint)) return 'up to date';
    const endTurn = await takeBuildTurn(join(place.root, 'apps/web/.next/cache/turns'), stopping.signal, () =>
      console.log('Another process is building the web app in this folder; waiting for that build …'),
    );
    try {
      // The one before may have built just this.
      if (await isUpToDate(fingerprint)) return 'up to date';
      console.log('Building the web app (once; a few minutes on a slow machine) …');
      // The stamp is removed first, so that a build that was killed half-way never counts as finished.
      await rm(stampFile, { force: true });
      stopping.signal.throwIfAborted();
      await run();
      await writeFile(stampFile, fingerprint);
      return 'built';
    } finally {
      await endTurn();
    }
  };
  return {
    done: build(),
    async stop() {
      stopping.abort(new Error('The build of the web app was stopped.'));
      await child?.stop(5000);
    },
  };
}

const startBuild = ({ root, owner, logFile }: BuildPlace, onOutput: (text: string) => void): Child =>
  startChild({
    name: 'build',
    args: ['node_modules/next/dist/bin/next', 'build'],
    cwd: join(root, 'apps/web'),
    env: { NODE_ENV: 'production' },
    owner,
    ...(logFile !== undefined && { logFile }),
    onOutput,
  });

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
