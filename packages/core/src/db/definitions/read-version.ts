import { eq, inArray } from 'drizzle-orm';
import { readFlow, type ReadFlow } from '../../flow/read-flow.ts';
import type { OrganisationTx } from '../client.ts';
import { version } from '../schema/index.ts';
import { Remembered } from './remembered.ts';

/** Versions are immutable, so what was read of one holds for the life of this process. */
const flows = new Remembered<ReadFlow>(500);
/** What is wrong with a version; an empty text where nothing is. */
const problems = new Remembered<string>(20_000);

const remember = (versionId: string, document: unknown): ReadFlow => {
  const read = readFlow(document);
  flows.set(versionId, read);
  problems.set(versionId, read.isReadable ? '' : read.problem);
  return read;
};

/** Reads the flow of a version. Callers share the result and must not change it. */
export async function readVersion(tx: OrganisationTx, versionId: string): Promise<ReadFlow> {
  const known = flows.get(versionId);
  if (known !== undefined) return known;
  const [row] = await tx.select({ document: version.document }).from(version).where(eq(version.id, versionId));
  if (row === undefined) return { isReadable: false, problem: 'The version cannot be found.' };
  return remember(versionId, row.document);
}

/** What is wrong with versions of flows, by version id; those that can be read are left out. */
export async function problemsOfVersions(
  tx: OrganisationTx,
  versionIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const unknown: string[] = [];
  for (const id of versionIds) {
    const problem = problems.get(id);
    if (problem === undefined) unknown.push(id);
    else if (problem !== '') found.set(id, problem);
  }
  if (unknown.length === 0) return found;
  const rows = await tx
    .select({ id: version.id, document: version.document })
    .from(version)
    .where(inArray(version.id, unknown));
  for (const { id, document } of rows) {
    const read = remember(id, document);
    if (!read.isReadable) found.set(id, read.problem);
  }
  return found;
}
