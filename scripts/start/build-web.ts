import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { glob, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
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

/** Builds the web app for production unless the last build had the same sources. */
export function buildWeb(place: BuildPlace): WebBuild {
  let child: Child | undefined;
  let isStopping = false;
  const build = async (): Promise<'built' | 'up to date'> => {
    const stampFile = join(place.root, 'apps/web/.next/built-from');
    const fingerprint = await fingerprintOf(place.root);
    const lastBuild = await readFile(stampFile, 'utf8').catch(() => '');
    if (lastBuild === fingerprint && existsSync(join(place.root, 'apps/web/.next/BUILD_ID'))) return 'up to date';
    if (isStopping) throw new Error('The build of the web app was stopped.');
    console.log('Building the web app (once; a few minutes on a slow machine) …');
    // The stamp is removed first, so that a build that was killed half-way never counts as finished.
    await rm(stampFile, { force: true });
    let output = '';
    child = startBuild(place, (text) => {
      const before = buildStages(output).length;
      output += text;
      for (const stage of buildStages(output).slice(before)) console.log(`  ${stage}`);
    });
    const { code } = await child.ended;
    if (code !== 0) {
      process.stdout.write(output);
      throw new Error('The web app could not be built; see the lines above.');
    }
    await writeFile(stampFile, fingerprint);
    return 'built';
  };
  return {
    done: build(),
    async stop() {
      isStopping = true;
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
