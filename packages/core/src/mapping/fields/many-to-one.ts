import { conversionOf } from './conversion-of.ts';
import type { FieldEnds } from './field-ends.ts';
import type { ValueKind } from './value-kind.ts';

/** One way to make a single value of a list. */
export interface Reduction {
  readonly key: string;
  readonly label: string;
  readonly write: (list: string) => string;
}

/** The ways in which a list of values can feed a single field, by the kind of its items. */
export function reductionsOf({ source, target }: FieldEnds): Reduction[] {
  const from = source.itemKind;
  const { name } = source;
  const all: (Reduction & { readonly gives: ValueKind })[] = [
    { key: 'first', label: `The first ${name}`, gives: from, write: (list) => `(${list})[0]` },
    { key: 'last', label: `The last ${name}`, gives: from, write: (list) => `(${list})[-1]` },
  ];
  if (target.itemKind === 'text' && from !== 'object' && from !== 'money') {
    const texts = (list: string) => (isText(from) ? list : `${list}.$string($)`);
    all.push({
      key: 'join',
      label: `All of them in one text, separated by commas`,
      gives: 'text',
      write: (list) => `$join(${texts(list)}, ", ")`,
    });
  }
  all.push(...figuresOf(from));
  all.push({ key: 'count', label: 'How many there are', gives: 'integer', write: (list) => `$count(${list})` });
  return all.flatMap(({ key, label, gives, write }): Reduction[] => {
    if (gives === 'object' && target.itemKind !== 'object' && target.itemKind !== 'any') return [];
    const conversion = conversionOf(gives, target.itemKind);
    if (conversion === 'unknown') return [];
    return [{ key, label, write: (list) => (conversion === undefined ? write(list) : conversion.write(write(list))) }];
  });
}

const isText = (kind: ValueKind): boolean => ['text', 'choice', 'decimal', 'date', 'date-time'].includes(kind);

function figuresOf(from: ValueKind): (Reduction & { readonly gives: ValueKind })[] {
  const by = (key: string, label: string, name: string) => ({
    key,
    label,
    gives: from,
    write: (list: string) => `$${name}(${list})`,
  });
  switch (from) {
    case 'number':
    case 'integer':
      return [
        by('sum', 'Their sum', 'sum'),
        by('min', 'The smallest', 'min'),
        by('max', 'The largest', 'max'),
        { ...by('average', 'Their average', 'average'), gives: 'number' },
      ];
    case 'decimal':
    case 'money':
      return [by('sum', 'Their sum', 'add')];
    case 'date':
    case 'date-time':
      return [
        { key: 'min', label: 'The earliest', gives: from, write: (list) => `$sort(${list})[0]` },
        { key: 'max', label: 'The latest', gives: from, write: (list) => `$sort(${list})[-1]` },
      ];
    default:
      return [];
  }
}
