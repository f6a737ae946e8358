import { mayCompare, touch } from '../work-meter.ts';
import { nearestNames } from '../functions/nearest-names.ts';
import { one } from './count.ts';
import { fieldCount, fieldNames } from './field-access.ts';
import { pathName } from '../path-name.ts';
import type { FoundProblem } from './problem.ts';
import type { Site } from './site.ts';
import { suggestion } from './suggestion.ts';
import type { Field, ObjectType, Value } from './value.ts';

interface UnknownField {
  readonly name: string;
  /** The field's name with the names of the objects around it. */
  readonly path: string;
  readonly field: Field;
  readonly type: ObjectType;
  readonly expected: ObjectType;
  readonly site: Site;
}

/** Reports a field that the target does not list. */
export function unknownField({ name, path, field, type, expected, site }: UnknownField): FoundProblem[] {
  if (expected.rest !== undefined || expected.custom?.some((pattern) => pattern.test(name)) === true) return [];
  const isSuggested = mayCompare(expected.fields.size);
  const free = isSuggested ? [...expected.fields.keys()].filter((other) => !type.fields.has(other)) : [];
  const near = nearestNames(name, free);
  const [nearest] = near;
  const { key } = field;
  return [
    {
      code: 'UNKNOWN_TARGET',
      severity: expected.isDeclared === true ? 'warning' : 'error',
      site: key ?? site,
      message: `The target has no field “${path}”. ${suggestion(name, free)}`.trimEnd(),
      fix:
        key !== undefined && nearest !== undefined && near.length === 1
          ? { title: `Write ${nearest}`, edits: [{ ...key, text: JSON.stringify(nearest) }] }
          : undefined,
    },
  ];
}

/**
 * Finds fields that the target requires and an object does not build. An object that may have unnamed fields is not
 * judged.
 */
export function missingFields(
  type: ObjectType,
  expected: ObjectType,
  { name, site, input }: { readonly name: string; readonly site: Site; readonly input: Value },
): FoundProblem[] {
  if (type.rest !== undefined || type.isDeclared === true) return [];
  touch(expected.fields.size);
  return [...expected.fields].flatMap(([field, { value }]): FoundProblem[] => {
    if (value.count !== one || type.fields.has(field)) return [];
    const path = name === '' ? field : `${name}.${field}`;
    return [
      {
        code: 'MISSING_REQUIRED',
        severity: 'error',
        site: type.written ?? site,
        message: `The target requires “${path}”, and the mapping does not set it.`,
        fix:
          name === '' && mayCompare(fieldCount(input)) && fieldNames(input).includes(field)
            ? insertion(field, type)
            : undefined,
      },
    ];
  });
}

/** Sets a field of the result to the field of the input with the same name. */
function insertion(name: string, { written, fields }: ObjectType): FoundProblem['fix'] {
  const last = [...fields.values()].at(-1)?.site;
  if (written === undefined || (fields.size > 0 && last === undefined)) return undefined;
  const entry = `${JSON.stringify(name)}: $$.${pathName(name)}`;
  const at = last?.end ?? written.start + 1;
  const text = last === undefined ? ` ${entry} ` : `, ${entry}`;
  return { title: `Set ${name} from the input`, edits: [{ ...(last ?? written), start: at, end: at, text }] };
}
