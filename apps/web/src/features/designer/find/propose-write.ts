import { isEntityName } from '@throughline/core/canonical';
import { data as dataAt, expressionOf } from '@throughline/core/flow/field-value';
import type { StepConfig } from '@throughline/core/flow/step';
import { walkSteps } from '@throughline/core/flow/walk';
import type { MappingDocument } from '@throughline/core/mapping/document';
import { objectOf, systemOf, type DesignerData } from '../designer-data.ts';
import type { DataBefore } from './data-before.ts';
import { idPath } from './id-path.ts';
import { inputOfMapping, type MappingInput } from './input-of-mapping.ts';
import type { Surrounding } from './surrounding.ts';

type WriteConfig = StepConfig<'write'>;

/** A mapping that builds a record for a connection, from data that is there. */
interface Fitting {
  readonly key: string;
  readonly connection: string;
  readonly object: string;
  readonly input: MappingInput | undefined;
}

/**
 * Proposes for a new write: what the step before has built; or the object that a mapping can build from the nearest
 * data, unless one is chosen, the mapping whose target fits, and its input. And an identity that is the same whenever this
 * record is written.
 */
export function proposeWrite(config: WriteConfig, around: Surrounding): WriteConfig {
  return proposeBuilt(config, around) ?? proposeMapped(config, around);
}

/** Right behind a step that maps to an object, what the step built is written. */
function proposeBuilt(config: WriteConfig, { before, flow, data }: Surrounding): WriteConfig | undefined {
  const [built, ...others] = before;
  const step = Array.from(walkSteps(flow.body)).find(({ step: { id } }) => `$steps.${id}` === built?.path)?.step;
  const target = built?.ref;
  if (step?.kind !== 'map' || built === undefined || target?.kind !== 'object') return undefined;
  const { object } = target;
  const connection = data.connections.find(
    ({ key }) => (config.connection === '' || key === config.connection) && systemOf(data, key)?.id === target.system,
  )?.key;
  if (connection === undefined || (config.object !== '' && config.object !== object)) return undefined;
  if (objectOf(data, connection, object)?.write === undefined) return undefined;
  const input = expressionOf(step.config.input);
  // What was built has no identity before it is written, so it is known by what it was built from.
  const about = others.find(({ path }) => reads(input, path)) ?? others[0];
  const written = withOperation({ ...config, connection, object, record: dataAt(built.path) }, data);
  return withIdentity(written, about, data);
}

/** Whether an expression reads a path, or something inside it. `$steps.readDeal` does not read `$steps.read`. */
const reads = (text: string, path: string): boolean =>
  text
    .split(path)
    .slice(1)
    .some((after) => !/^[\p{L}\p{N}_]/u.test(after));

function proposeMapped(config: WriteConfig, around: Surrounding): WriteConfig {
  const found = fittingMapping(config, around);
  const target = found === undefined ? config : { ...config, connection: found.connection, object: found.object };
  const mapped = found?.input === undefined ? target : { ...target, mapping: found.key, input: found.input.value };
  return withIdentity(
    withOperation(found === undefined ? mapped : { ...mapped, mapping: found.key }, around.data),
    found?.input?.about ?? around.before[0],
    around.data,
  );
}

function fittingMapping(config: WriteConfig, { before, flow, data }: Surrounding): Fitting | undefined {
  const used = new Set(
    Array.from(walkSteps(flow.body), ({ step }) => (step.kind === 'write' ? step.config.mapping : undefined)),
  );
  const isChosen = config.object !== '';
  const candidates = Object.entries(data.validation.mappings)
    .flatMap(([key, mapping]) => fittingsOf(key, mapping, config, { before, flow, data }))
    // Without a choice, only a mapping that something here can feed says what the author is about to do.
    .filter(({ input }) => isChosen || (input !== undefined && input.about.ref !== undefined));
  const rank = ({ key, input }: Fitting): number => {
    const distance = input === undefined ? before.length : before.indexOf(input.about);
    return distance + (used.has(key) ? before.length + 1 : 0);
  };
  return candidates.toSorted((one, other) => rank(one) - rank(other))[0];
}

function fittingsOf(
  key: string,
  mapping: MappingDocument,
  { connection, object }: WriteConfig,
  { before, data }: Surrounding,
): Fitting[] {
  const { target } = mapping;
  if (target.kind !== 'object' || (object !== '' && target.object !== object)) return [];
  return data.connections
    .filter(({ key: name }) => connection === '' || name === connection)
    .filter(({ key: name }) => systemOf(data, name)?.id === target.system)
    .filter(({ key: name }) => objectOf(data, name, target.object)?.write !== undefined)
    .map(({ key: name }) => ({ key, connection: name, object: target.object, input: inputOfMapping(mapping, before) }));
}

/** The first operation that the object offers, if it cannot do what a write starts with. */
function withOperation(config: WriteConfig, data: DesignerData): WriteConfig {
  const offered = objectOf(data, config.connection, config.object)?.write?.operations;
  const [first] = offered ?? [];
  return first === undefined || offered?.includes(config.operation) === true ? config : { ...config, operation: first };
}

function withIdentity(config: WriteConfig, about: DataBefore | undefined, data: DesignerData): WriteConfig {
  const path = about && idPath(about, data);
  if (path === undefined || config.object === '') return config;
  const entity = objectOf(data, config.connection, config.object)?.entity;
  return {
    ...config,
    identity: {
      ...config.identity,
      externalId: dataAt(path),
      ...(entity !== undefined && isEntityName(entity) ? { entity, canonicalId: dataAt(path) } : {}),
    },
  };
}
