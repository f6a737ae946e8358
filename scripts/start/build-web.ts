import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { glob, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Child, startChild } from '../process/child.ts';
import { buildStages } from './build-stages.ts';

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
 * same checkout, waits for that build and looks again.
 */
export function buildWeb(place: BuildPlace): WebBuild {
  let child: Child | undefined;
  const stopping = new AbortController();
  const stampFile = join(place.root, 'apps/web/.next/built-from');

  const isUpToDate = async (fingerprint: string): Promise<boolean> => {
    const lastBuild = await readFile(stampFile, 'utf8').catch(() => '');
    return lastBuild === fingerprint && existsSync(join(place.root, 'apps/web/.next/BUILD_ID'));
  };

  const run = async (): Promise<{ readonly code: number | null; readonly output: string }> => {
    let output = '';
    child = startBuild(place, (text) => {
      const before = buildStages(output).length;
      output += text;
      for (const stage of buildStages(output).slice(before)) console.log(`  ${stage}`);
    });
    const { code } = await child.ended;
    return { code, output };
  };

  const build = async (): Promise<'built' | 'up to date'> => {
    const fingerprint = await fingerprintOf(place.root);
    for (let attempt = 1; ; attempt += 1) {
      if (await isUpToDate(fingerprint)) return 'up to date';
      if (stopping.signal.aborted) throw new Error('The build of the web app was stopped.');
      if (attempt === 1) console.log('Building the web app (once; a few minutes on a slow machine) …');
      // The stamp is removed first, so that a build that was killed half-way never counts as finished.
      await rm(stampFile, { force: true });
      const { code, output } = await run();
      if (code === 0) {
        await writeFile(stampFile, fingerprint);
        return 'built';
      }
      if (!output.includes(otherBuildRuns)) {
        process.stdout.write(output);
        throw new Error('The web app could not be built; see the lines above.');
      }
      if (attempt === 1) console.log('Another process is building it in this folder; waiting for that build …');
      await pause(1000, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  return {
    done: build(),
    async stop() {
      stopping.abort();
      await child?.stop(5000);
    },
  };
}

/** Next.js allows one build at a time in a folder, and ends a second one with this message. */
const otherBuildRuns = 'Another next build process is already running';

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
