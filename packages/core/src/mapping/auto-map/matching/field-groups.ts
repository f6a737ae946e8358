import type { FieldShape, RecordShape } from '../shapes/record-shape.ts';

export interface FieldGroup {
  /** The word with which all names start. */
  readonly name: string;
  /** The fields, without that word. */
  readonly record: RecordShape;
}

/** Fields side by side whose names start with the same word, such as those of an address. */
export function groupsOf({ fields, words }: RecordShape): FieldGroup[] {
  const groups = new Map<string, FieldShape[]>();
  for (const field of fields) {
    const [first, ...rest] = field.names[0] ?? [];
    if (first === undefined || rest.length === 0) continue;
    const key = JSON.stringify([field.path.slice(0, -1), first.word]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [field]);
    else group.push(field);
  }
  return [...groups.values()]
    .filter((group) => group.length >= 3)
    .map((group) => ({
      name: group[0]?.names[0]?.[0]?.word ?? '',
      record: { words, fields: group.map(withoutFirstWord), lists: [], objects: [] },
    }));
}

const withoutFirstWord = (field: FieldShape): FieldShape => {
  const first = field.names[0]?.[0]?.concept;
  const names = field.names.map((words) => (words.length > 1 && words[0]?.concept === first ? words.slice(1) : words));
  return { ...field, names, around: [] };
};
