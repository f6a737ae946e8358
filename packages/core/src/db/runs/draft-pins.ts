import { and, eq, inArray, isNull, sql, type SQL } from 'drizzle-orm';
import type { FlowDocument } from '../../flow/definition.ts';
import { readFlow } from '../../flow/read-flow.ts';
import type { OrganisationTx } from '../client.ts';
import { definition, draft, liveVersion, version } from '../schema/index.ts';
import { referencedBy, type PinName } from './resolve-pins.ts';

type Documents = Record<string, unknown>;

/**
 * Drafts that a test run of a flow can reach, as `{ "mapping:key": document }`: of what its steps name, also through the
 * flows that it calls, and of all value maps, because a mapping may choose one at run time.
 */
export async function draftPins(tx: OrganisationTx, environmentId: string, flow: FlowDocument): Promise<Documents> {
  const pins = await loadDrafts(tx, eq(definition.kind, 'value-map'));
  const seen = new Set<PinName>();
  for (let names = referencedBy(flow); names.size > 0;) {
    for (const name of names) seen.add(name);
    const drafts = await loadDrafts(tx, isNamed(names));
    Object.assign(pins, drafts);
    const called = { ...(await loadLiveFlows(tx, environmentId, names)), ...drafts };
    names = new Set(Object.values(called).flatMap((document) => namesIn(document).filter((name) => !seen.has(name))));
  }
  return pins;
}

/** What a called flow names. A document that is no flow names nothing. */
function namesIn(document: unknown): PinName[] {
  const read = readFlow(document);
  return read.isReadable ? [...referencedBy(read.flow)] : [];
}

const pinName = sql<PinName>`${definition.kind} || ':' || ${definition.key}`;

const isNamed = (names: ReadonlySet<PinName>): SQL => inArray(pinName, [...names]);

async function loadDrafts(tx: OrganisationTx, which: SQL): Promise<Documents> {
  const rows = await tx
    .select({ name: pinName, document: draft.document })
    .from(draft)
    .innerJoin(definition, eq(definition.id, draft.definitionId))
    .where(and(which, isNull(definition.archivedAt)));
  return Object.fromEntries(rows.map(({ name, document }) => [name, document]));
}

async function loadLiveFlows(
  tx: OrganisationTx,
  environmentId: string,
  names: ReadonlySet<PinName>,
): Promise<Documents> {
  const rows = await tx
    .select({ name: pinName, document: version.document })
    .from(liveVersion)
    .innerJoin(definition, eq(definition.id, liveVersion.definitionId))
    .innerJoin(version, eq(version.id, liveVersion.versionId))
    .where(
      and(
        eq(liveVersion.environmentId, environmentId),
        eq(definition.kind, 'flow'),
        isNamed(names),
        isNull(definition.archivedAt),
      ),
    );
  return Object.fromEntries(rows.map(({ name, document }) => [name, document]));
}
