import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { FlowDocument } from '../../flow/definition.ts';
import { readFlow } from '../../flow/read-flow.ts';
import { kindOf } from '../../flow/step.ts';
import { walkEnabled } from '../../flow/walk.ts';
import type { OrganisationTx } from '../client.ts';
import { definition, liveVersion, version } from '../schema/index.ts';

/** `mapping:key`, `flow:key` or `value-map:key`: how a run names what it uses. */
export type PinName = `${'mapping' | 'flow' | 'value-map'}:${string}`;

/** What a run fixes when it is accepted, and the flows that it may call, by key. */
export interface Resolved {
  readonly pins: Readonly<Record<string, string>>;
  readonly flows: ReadonlyMap<string, FlowDocument>;
}

/**
 * Resolves the exact versions that a flow uses now, including those of the flows it calls. A run keeps them to its end,
 * whatever is published meanwhile. All value maps of the environment are pinned, because a mapping may choose one at
 * run time. A name without a live version is left out, and the step that needs it fails with a sentence.
 */
export async function resolvePins(
  tx: OrganisationTx,
  environmentId: string,
  flow: FlowDocument,
  drafts: Readonly<Record<string, unknown>> = {},
): Promise<Resolved> {
  const live = await loadLive(tx, environmentId);
  const pins: Record<string, string> = {};
  for (const [name, versionId] of live) if (name.startsWith('value-map:')) pins[name] = versionId;
  const pending: FlowDocument[] = [flow];
  const flows = new Map<string, FlowDocument>();
  const seen = new Set<string>();
  for (let current = pending.pop(); current !== undefined; current = pending.pop()) {
    for (const name of referencedBy(current)) {
      if (seen.has(name)) continue;
      seen.add(name);
      const versionId = live.get(name);
      if (versionId !== undefined) pins[name] = versionId;
      if (!name.startsWith('flow:')) continue;
      const called = await loadFlow(tx, versionId, drafts[name]);
      if (called === undefined) continue;
      flows.set(name.slice('flow:'.length), called);
      pending.push(called);
    }
  }
  return { pins, flows };
}

/** Mappings, value maps and flows that the steps of a flow name, as far as they can run. */
export function referencedBy(flow: FlowDocument): Set<PinName> {
  const names = new Set<PinName>();
  for (const { step } of walkEnabled(flow.body)) {
    const references = kindOf(step).references(step.config);
    if (references.mapping !== undefined) names.add(`mapping:${references.mapping}`);
    if (references.valueMap !== undefined) names.add(`value-map:${references.valueMap}`);
    if (references.flow !== undefined) names.add(`flow:${references.flow}`);
  }
  return names;
}

async function loadLive(tx: OrganisationTx, environmentId: string): Promise<Map<string, string>> {
  const rows = await tx
    .select({ kind: definition.kind, key: definition.key, versionId: liveVersion.versionId })
    .from(liveVersion)
    .innerJoin(definition, eq(definition.id, liveVersion.definitionId))
    .where(
      and(
        eq(liveVersion.environmentId, environmentId),
        inArray(definition.kind, ['mapping', 'value-map', 'flow']),
        isNull(definition.archivedAt),
      ),
    );
  return new Map(rows.map(({ kind, key, versionId }) => [`${kind}:${key}`, versionId]));
}

async function loadFlow(
  tx: OrganisationTx,
  versionId: string | undefined,
  draft: unknown,
): Promise<FlowDocument | undefined> {
  const read = readFlow(draft ?? (await loadDocument(tx, versionId)));
  // The step that calls a flow which cannot be read fails with a sentence; the steps before it can do their work.
  return read.isReadable ? read.flow : undefined;
}

async function loadDocument(tx: OrganisationTx, versionId: string | undefined): Promise<unknown> {
  if (versionId === undefined) return undefined;
  const [row] = await tx.select({ document: version.document }).from(version).where(eq(version.id, versionId));
  return row?.document;
}
