import { and, eq, isNull } from 'drizzle-orm';
import type { FlowDocument } from '../../flow/definition.ts';
import type { OrganisationTx } from '../client.ts';
import { readVersion } from '../definitions/read-version.ts';
import { RunError } from '../runs/run-error.ts';
import { definition, liveVersion } from '../schema/index.ts';

export interface LiveFlow {
  readonly flow: FlowDocument;
  readonly versionId: string;
}

/**
 * The flow that is live in an environment, or undefined. A release may be unable to read a version: a caller that goes
 * through several flows must continue with the others.
 * @throws UnreadableFlowError
 */
export async function findLiveFlow(
  tx: OrganisationTx,
  environmentId: string,
  definitionId: string,
): Promise<LiveFlow | undefined> {
  const [row] = await tx
    .select({ versionId: liveVersion.versionId, name: definition.name })
    .from(liveVersion)
    .innerJoin(definition, eq(definition.id, liveVersion.definitionId))
    .where(
      and(
        eq(liveVersion.environmentId, environmentId),
        eq(liveVersion.definitionId, definitionId),
        eq(definition.kind, 'flow'),
        isNull(definition.archivedAt),
      ),
    );
  if (row === undefined) return undefined;
  const { versionId, name } = row;
  const read = await readVersion(tx, versionId);
  if (read.isReadable) return { flow: read.flow, versionId };
  const which = `The live version of the flow "${name}"`;
  const { problem } = read;
  throw new UnreadableFlowError({ which, problem, wayOut: 'Publish a version that can be read.', versionId });
}

/** A stored flow cannot be read by this release, so nothing can be started by it. */
export class UnreadableFlowError extends RunError {
  /** Undefined for a draft. */
  readonly versionId: string | undefined;

  constructor({ which, problem, wayOut, versionId }: UnreadableFlow) {
    super('FLOW_UNREADABLE', `${which} cannot be read: ${problem} ${wayOut}`);
    this.versionId = versionId;
  }
}

export interface UnreadableFlow {
  /** Names the document, as the start of a sentence. */
  readonly which: string;
  /** What is wrong with it, in a sentence. */
  readonly problem: string;
  /** What to do, in a sentence. */
  readonly wayOut: string;
  readonly versionId?: string | undefined;
}
