import { data as dataAt } from '@throughline/core/flow/field-value';
import type { Step, StepConfig, StepKind } from '@throughline/core/flow/step';
import { ownValue } from '@throughline/core/connector/own-value';
import { pathName } from '@throughline/core/mapping/fields';
import { fieldsOf, isList } from '@throughline/core/mapping/schema-fields';
import { objectOf } from '../designer-data.ts';
import type { DataBefore } from './data-before.ts';
import { idPath } from './id-path.ts';
import { inputOfMapping } from './input-of-mapping.ts';
import { proposeWrite } from './propose-write.ts';
import type { Surrounding } from './surrounding.ts';

type Propose<K extends StepKind> = (config: StepConfig<K>, around: Surrounding) => StepConfig<K>;

const proposeMap: Propose<'map'> = (config, { before, data }) => {
  const mapping = ownValue(data.validation.mappings, config.mapping);
  const input = mapping && inputOfMapping(mapping, before);
  return { ...config, input: input?.value ?? dataAt(before[0]?.path ?? '$trigger') };
};

const proposeForEach: Propose<'for-each'> = (config, { before }) => {
  for (const { path, schema } of before) {
    if (isList(schema)) return { ...config, items: dataAt(path) };
    const list = fieldsOf(schema).find((field) => isList(field.schema, schema));
    if (list !== undefined) return { ...config, items: dataAt(`${path}.${pathName(list.name)}`) };
  }
  return config;
};

const proposeRead: Propose<'read'> = (config, { before, data }) => {
  const { connection: chosen, object } = config;
  const [only, ...others] = data.connections;
  const connection = chosen === '' && only !== undefined && others.length === 0 ? only.key : chosen;
  const manifest = objectOf(data, connection, object);
  const same = before.find(({ ref }) => ref?.kind === 'object' && ref.object === object);
  const value = manifest && (idOf(manifest.name, before) ?? (same && idPath(same, data)));
  if (value === undefined || config.find.by !== 'id') return { ...config, connection };
  return { ...config, connection, find: { by: 'id', value: dataAt(value) } };
};

/** `$trigger.AccountId` for an Account: the nearest field that is named after the object. */
function idOf(object: string, before: readonly DataBefore[]): string | undefined {
  const names = [`${object}id`, `${object}_id`].map((name) => name.toLowerCase());
  for (const { path, schema } of before) {
    if (isList(schema)) continue;
    const field = fieldsOf(schema).find(({ name }) => names.includes(name.toLowerCase()));
    if (field !== undefined) return `${path}.${pathName(field.name)}`;
  }
  return undefined;
}

const proposeCall: Propose<'call'> = (config, { before }) => ({
  ...config,
  input: dataAt(before[0]?.path ?? '$trigger'),
});

const proposeRespond: Propose<'respond'> = (config, { before }) => ({
  ...config,
  body: dataAt(before[0]?.path ?? '$trigger'),
});

const proposePublish: Propose<'publish'> = (config, { before, data }) => {
  const [nearest] = before;
  const subject = nearest && idPath(nearest, data);
  if (nearest === undefined) return config;
  return { ...config, data: dataAt(nearest.path), ...(subject === undefined ? {} : { subject: dataAt(subject) }) };
};

const byKind: { readonly [K in StepKind]?: Propose<K> } = {
  map: proposeMap,
  read: proposeRead,
  write: proposeWrite,
  'for-each': proposeForEach,
  call: proposeCall,
  respond: proposeRespond,
  publish: proposePublish,
};

/** Kinds whose new steps get values from the steps before them, with the config type widened. */
export const proposals = byKind as Readonly<
  Partial<Record<StepKind, (config: Step['config'], around: Surrounding) => Step['config']>>
>;
