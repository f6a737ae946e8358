import type { JsonSchema } from '@throughline/core/connector/json-schema';
import type { CheckedMapping } from '@throughline/core/mapping/analysis';
import { findGhosts, proposeRenames, usedPaths, type Ghost, type GhostSide } from '@throughline/core/mapping/ghosts';
import { schemaAt } from '@throughline/core/mapping/schema-fields';
import type { TextEdit, TextRange } from '@throughline/core/mapping/syntax';
import type { CheckRequest, CheckShapes } from '../evaluation/check-work.ts';
import { fieldIdOf } from '../field-id.ts';

/** JSON texts, because equal ones can be recognised quickly, and because they are cheap to transfer. */
export interface GhostRequest extends CheckRequest {
  /** `FormerShapes` */
  readonly former: string;
  /** Inputs of real records. */
  readonly samples: string;
}

/** What the shapes were before, as far as it is known. */
export type FormerShapes = Partial<Readonly<Record<GhostSide, JsonSchema>>>;

/** A field that the text uses although its shape does not have it. */
export interface GhostField {
  readonly side: GhostSide;
  /** Its row in the field tree. */
  readonly id: string;
  readonly ranges: readonly TextRange[];
  /** The shape had it before. */
  readonly wasThere: boolean;
  /** What probably takes its place. */
  readonly rename: GhostRename | undefined;
}

export interface GhostRename {
  readonly to: string;
  readonly confidence: number;
  readonly reasons: readonly string[];
  /** For the text of the request. */
  readonly edits: readonly TextEdit[];
}

/** The ghosts of a checked text that can be renamed as one, each with what probably takes its place. */
export function ghostFields(checked: CheckedMapping, request: GhostRequest): readonly GhostField[] {
  const ghosts = findGhosts(checked).filter(({ isAlone }) => isAlone);
  if (ghosts.length === 0) return [];
  const shapes = JSON.parse(request.shapes) as CheckShapes;
  const former = JSON.parse(request.former) as FormerShapes;
  const renames = proposeRenames({
    ghosts,
    ...shapes,
    former,
    samples: JSON.parse(request.samples) as unknown[],
    used: usedPaths(checked),
  });
  const byGhost = new Map(renames.map((rename) => [keyOf({ side: rename.side, path: rename.from }), rename]));
  return ghosts.map((ghost) => {
    const rename = byGhost.get(keyOf(ghost));
    const before = former[ghost.side];
    return {
      side: ghost.side,
      id: fieldIdOf(ghost.path),
      ranges: ghost.ranges,
      wasThere: before !== undefined && schemaAt(before, ghost.path) !== undefined,
      rename: rename && {
        to: fieldIdOf(rename.to),
        confidence: rename.confidence,
        reasons: rename.reasons,
        edits: rename.edits,
      },
    };
  });
}

const keyOf = ({ side, path }: Pick<Ghost, 'side' | 'path'>): string => `${side} ${fieldIdOf(path)}`;
