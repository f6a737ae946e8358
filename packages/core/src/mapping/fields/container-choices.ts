import type { ConnectInput, ConnectionChoice } from './connection.ts';
import type { FieldEnds } from './field-ends.ts';
import { bracketed } from './bracketed.ts';
import { builtItem } from './built-item.ts';
import { bindingPowerOf } from '../syntax/operators.ts';
import type { OutlineEntry } from './outline.ts';

/** A single value decides whether an object, or the only item of a list, is built at all. Nothing else of it changes. */
export function containerChoices(
  { text }: ConnectInput,
  { source, target }: FieldEnds,
  entry: OutlineEntry,
  reading: string,
): ConnectionChoice[] {
  const item = builtItem(text, entry);
  if (item === undefined) return [];
  const condition = `${bracketed(reading, bindingPowerOf('?'))} ? `;
  const what = target.items === undefined ? target.name : `this item of ${target.name}`;
  return [
    {
      key: 'condition',
      label: `Keep ${what} only if ${source.name} is ${source.kind === 'boolean' ? 'yes' : 'filled'}`,
      edits: [{ start: item.start, end: item.start, text: condition }],
      caret: item.start + condition.length,
    },
  ];
}
