import { pathWithin, sourceOf, type BuiltAround, type FieldPath } from '@throughline/core/mapping/fields';
import type { ComboboxOption } from '#ui/matching-options.ts';
import { previewText } from '../preview-text.ts';
import { flattenFields, type FieldNode } from '../target-fields.ts';

export interface SourcePlace {
  readonly fields: readonly FieldNode[];
  /** The objects that the text builds around the place, outermost first. */
  readonly around: readonly BuiltAround[];
  readonly variables: readonly string[];
  readonly sample: unknown;
}

/** What an expression can read at a place, as it is written there: what is nearest first, variables last. */
export function sourceOptions({ fields, around, variables, sample }: SourcePlace): readonly ComboboxOption[] {
  const options = flattenFields(fields).map((node) => optionOf(pathWithin(around, node.path), node, sample));
  const isFar = ({ value }: ComboboxOption): boolean => value.startsWith('$$');
  const near = options.filter((option) => !isFar(option));
  return [...near, ...options.filter(isFar), ...variables.map((value) => ({ value, detail: 'calculated above' }))];
}

/** The fields of the items of a list, as a filter or an order of the list reads them. */
export function itemOptions({ fields, around, sample }: SourcePlace, list: FieldPath): readonly ComboboxOption[] {
  const start = sourceOf(
    around,
    list.map(({ name }) => name),
  );
  const node = start && nodeAt(fields, start);
  if (node === undefined) return [];
  return flattenFields(node.children).map((field) =>
    optionOf(pathWithin([], field.path.slice(node.path.length)), field, sample),
  );
}

function optionOf(value: string, { path, title, type }: FieldNode, sample: unknown): ComboboxOption {
  const shown = previewText(sample, path);
  const hint = [title, shown].filter((part) => part !== undefined).join(' · ');
  return { value, detail: shown === undefined ? type : `${type} · ${shown.slice(0, 24)}`, hint };
}

function nodeAt(fields: readonly FieldNode[], [name, ...rest]: readonly string[]): FieldNode | undefined {
  const node = fields.find((field) => field.path.at(-1) === name);
  return node === undefined || rest.length === 0 ? node : nodeAt(node.children, rest);
}
