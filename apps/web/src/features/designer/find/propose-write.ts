import { isEntityName } from '@throughline/core/canonical';
import { data as dataAt, expressionOf } from '@throughline/core/flow/field-value';
import type { StepConfig } from '@throughline/core/flow/step';
import { readSafely } from '@throughline/core/flow/validation/identity';
import { findStep, walkSteps } from '@throughline/core/flow/walk';
import type { MappingDocument, SchemaRef } from '@throughline/core/mapping/document';
import { objectOf, systemOf, type DesignerData } from '../designer-data.ts';
import type { DataBefore } from './data-before.ts';
import { idPath } from './id-path.ts';
import { inputOfMapping, type MappingInput } from './input-of-mapping.ts';
import type { Surrounding } from './surrounding.ts';

type ObjectRef = Extract<SchemaRef, { kind: 'object' }>;
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
  if (built?.ref?.kind !== 'object') return undefined;
  const step = findStep(flow.body, built.path.replace('$steps.', ''))?.step;
  const [connection] = connectionsFor(built.ref, config, data);
  if (step?.kind !== 'map' || connection === undefined) return undefined;
  const { object } = built.ref;
  const reading = readSafely(expressionOf(step.config.input));
  const read = new Set([
    ...(reading?.steps ?? []).map(({ stepId }) => `$steps.${stepId}`),
    ...(reading?.variables ?? []).map(({ name }) => `$${name}`),
  ]);
  // What was built has no identity before it is written, so it is known by what it was built from.
  const about = others.find(({ path }) => read.has(path)) ?? others[0];
  const written = withOperation({ ...config, connection, object, record: dataAt(built.path) }, data);
  return withIdentity(written, about, data);
}

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
  config: WriteConfig,
  { before, data }: Surrounding,
): Fitting[] {
  const { target } = mapping;
  if (target.kind !== 'object') return [];
  return connectionsFor(target, config, data).map((connection) => {
    return { key, connection, object: target.object, input: inputOfMapping(mapping, before) };
  });
}

/** The connections by which a record of this kind can be written, as far as the write leaves that open. */
function connectionsFor(target: ObjectRef, { connection, object }: WriteConfig, data: DesignerData): string[] {
  if (object !== '' && target.object !== object) return [];
  return data.connections
    .map(({ key }) => key)
    .filter((key) => connection === '' || key === connection)
    .filter((key) => systemOf(data, key)?.id === target.system)
    .filter((key) => objectOf(data, key, target.object)?.write !== undefined);
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
