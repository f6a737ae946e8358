import { entryText } from './entry-text.ts';
import { findTarget, keyOf, type TargetPlace } from './find-target.ts';
import { insertEntries } from './insert-entries.ts';
import { parseMapping } from './parse-mapping.ts';
import { removeEntry } from './remove-entry.ts';
import type { MappingSyntaxError } from './syntax-error.ts';
import type { SyntaxTree } from './syntax-node.ts';
import { applyEdits, type TextEdit } from './text-edit.ts';

/** `target` is a field by its keys from the outermost object inwards. Arrays and blocks on the way are skipped. */
export type MappingPatch =
  | { readonly operation: 'replace'; readonly target: readonly string[]; readonly expression: string }
  | {
      readonly operation: 'insert';
      readonly target: readonly string[];
      readonly expression: string;
      /** Key of the field before which it is inserted; last if absent. */
      readonly before?: string;
    }
  | { readonly operation: 'remove'; readonly target: readonly string[] };

export type PatchProblem =
  | 'EXPRESSION_INVALID'
  | 'TARGET_UNKNOWN'
  | 'TARGET_EXISTS'
  | 'TARGET_REPEATED'
  | 'TARGET_NOT_AN_OBJECT';

export type PatchResult =
  | { readonly isOk: true; readonly text: string; readonly edits: readonly TextEdit[] }
  | {
      readonly isOk: false;
      readonly problem: PatchProblem;
      readonly message: string;
      /** The errors of the expression; offsets are those in the expression itself. */
      readonly errors: readonly MappingSyntaxError[];
    };

/**
 * Changes the expression of one target field and nothing else: all other characters of the text stay, including
 * comments. Works on a text with errors as long as the field itself can be found.
 */
export function patchMapping(text: string, patch: MappingPatch): PatchResult {
  if (patch.operation !== 'remove') {
    const { errors } = parseMapping(patch.expression);
    if (errors[0] !== undefined) return refuse('EXPRESSION_INVALID', errors[0].message, errors);
  }
  const { tree } = parseMapping(text);
  const edits = editsFor(tree, patch, findTarget(tree.root, patch.target));
  return Array.isArray(edits) ? { isOk: true, text: applyEdits(text, edits), edits } : edits;
}

type Refusal = Extract<PatchResult, { isOk: false }>;

function editsFor(tree: SyntaxTree, patch: MappingPatch, place: TargetPlace): TextEdit[] | Refusal {
  const { container, entries, depth } = place;
  const name = patch.target.join('.');
  const [entry] = entries;
  if (entries.length > 1)
    return refuse('TARGET_REPEATED', `${patch.target.slice(0, depth).join('.')} is written more than once.`);
  if (patch.operation === 'insert') return insert(tree, patch, place);
  if (container === undefined) return notAnObject(patch, depth);
  if (entry === undefined) return refuse('TARGET_UNKNOWN', `The mapping has no field ${name}.`);
  if (patch.operation === 'remove') return removeEntry(tree, container, container.entries.indexOf(entry));
  return [{ start: entry.value.start, end: entry.value.end, text: patch.expression }];
}

function insert(
  tree: SyntaxTree,
  patch: MappingPatch & { operation: 'insert' },
  { container, entries, depth }: TargetPlace,
): TextEdit[] | Refusal {
  const missing = patch.target.slice(depth);
  if (entries.length > 0 || missing.length === 0) {
    return refuse('TARGET_EXISTS', `The mapping already has a field ${patch.target.join('.')}.`);
  }
  if (container === undefined) return notAnObject(patch, depth);
  const at = container.entries.findIndex((entry) => patch.before !== undefined && keyOf(entry) === patch.before);
  return insertEntries(tree, container, at < 0 ? container.entries.length : at, [entryText(missing, patch.expression)]);
}

function notAnObject({ target }: MappingPatch, depth: number): Refusal {
  const place = depth === 0 ? 'The mapping' : `The field ${target.slice(0, depth).join('.')}`;
  return refuse('TARGET_NOT_AN_OBJECT', `${place} is not written as an object with fields.`);
}

function refuse(problem: PatchProblem, message: string, errors: readonly MappingSyntaxError[] = []): Refusal {
  return { isOk: false, problem, message, errors };
}
