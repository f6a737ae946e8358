import { compareConstraints } from './compare-constraints.ts';
import type { EntityJsonSchema } from './entity-json-schema.ts';
import type { SchemaChange } from './schema-change.ts';

export interface Compatibility {
  readonly isBreaking: boolean;
  /** The smallest SemVer step that the newer version needs, or undefined when nothing changed. */
  readonly bump: 'major' | 'minor' | 'patch' | undefined;
  /** Breaking changes come first, then the order of the document decides. */
  readonly changes: readonly SchemaChange[];
}

/**
 * Compares two published shapes. A change is breaking when a mapping that writes or reads the entity may stop working
 * without having been touched.
 */
export function compareSchemas(older: EntityJsonSchema, newer: EntityJsonSchema): Compatibility {
  const changes = compareNode(older, newer, '', 'The record');
  const isBreaking = changes.some((change) => change.isBreaking);
  return {
    isBreaking,
    bump: isBreaking ? 'major' : bumpOf(changes),
    changes: [...changes.filter((change) => change.isBreaking), ...changes.filter((change) => !change.isBreaking)],
  };
}

function bumpOf(changes: readonly SchemaChange[]): 'minor' | 'patch' | undefined {
  if (changes.length === 0) return undefined;
  return changes.every(({ kind }) => kind === 'wording-changed') ? 'patch' : 'minor';
}

function compareNode(older: EntityJsonSchema, newer: EntityJsonSchema, pointer: string, label: string): SchemaChange[] {
  if (JSON.stringify(older.type) !== JSON.stringify(newer.type)) {
    return [
      {
        pointer,
        kind: 'type-changed',
        isBreaking: true,
        sentence: `${label} changed from ${typeName(older)} to ${typeName(newer)}: everything that writes or reads it must change.`,
      },
    ];
  }
  return [
    ...compareConstraints(older, newer, pointer, label),
    ...compareFields(older, newer, pointer),
    ...(older.items !== undefined && newer.items !== undefined
      ? compareNode(older.items, newer.items, `${pointer}/items`, `An item of ${lowerFirst(label)}`)
      : []),
  ];
}

function compareFields(older: EntityJsonSchema, newer: EntityJsonSchema, pointer: string): SchemaChange[] {
  const before = older.properties ?? {};
  const after = newer.properties ?? {};
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => {
    const place = `${pointer}/properties/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const [was, is] = [before[name], after[name]];
    const isRequired = newer.required?.includes(name) === true;
    if (was === undefined) return [added(place, name, isRequired)];
    if (is === undefined) return [removed(place, name)];
    return [
      ...compareNeed(older.required?.includes(name) === true, isRequired, place, name),
      ...compareNode(was, is, place, `The field "${name}"`),
    ];
  });
}

function added(pointer: string, name: string, isRequired: boolean): SchemaChange {
  return {
    pointer,
    kind: 'field-added',
    isBreaking: isRequired,
    sentence: isRequired
      ? `The field "${name}" is new and required: mappings that write the entity do not fill it.`
      : `The field "${name}" is new and optional: nothing has to change.`,
  };
}

function removed(pointer: string, name: string): SchemaChange {
  return {
    pointer,
    kind: 'field-removed',
    isBreaking: true,
    sentence: `The field "${name}" is gone: mappings that read it find nothing, and those that write it are refused.`,
  };
}

function compareNeed(was: boolean, is: boolean, pointer: string, name: string): SchemaChange[] {
  if (was === is) return [];
  return is
    ? [
        {
          pointer,
          kind: 'field-required',
          isBreaking: true,
          sentence: `The field "${name}" became required: mappings that leave it out are refused.`,
        },
      ]
    : [
        {
          pointer,
          kind: 'field-optional',
          isBreaking: true,
          sentence: `The field "${name}" became optional: mappings that read it may find nothing.`,
        },
      ];
}

function typeName({ type }: EntityJsonSchema): string {
  if (type === undefined) return 'anything';
  return typeof type === 'string' ? type : type.join(' or ');
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
