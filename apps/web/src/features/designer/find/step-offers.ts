import type { ObjectManifest, WriteOperation } from '@throughline/core/connector/manifest';
import type { FlowDocument } from '@throughline/core/flow';
import { stepKinds } from '@throughline/core/flow/step';
import { walkSteps } from '@throughline/core/flow/walk';
import { describeSchemaRef } from '@throughline/core/mapping/input-fault';
import { ownValue } from '@throughline/core/connector/own-value';
import { catalog, systemOf, type ConnectionChoice, type DesignerData } from '../designer-data.ts';
import { stepKindNames, viewOf } from '../steps/registry.ts';
import { stepGroups } from '../steps/step-view.ts';
import type { StepOffer } from './step-offer.ts';

/** Everything that can be added as a step here: the kinds, and what each of them can work on. */
export function stepOffers(data: DesignerData): StepOffer[] {
  return [
    ...kindOffers,
    ...recordOffers(data),
    ...mappingOffers(data),
    ...valueMapOffers(data),
    ...flowOffers(data),
    ...eventOffers(data),
  ];
}

export const kindOffers: readonly StepOffer[] = stepGroups.flatMap((group) =>
  stepKindNames
    .filter((kind) => viewOf(kind).group === group)
    .map((kind) => ({
      id: `kind-${kind}`,
      kind,
      title: stepKinds[kind].title,
      summary: stepKinds[kind].summary,
      group,
      words: `${kind} ${viewOf(kind).keywords}`,
      name: viewOf(kind).newName,
      config: {},
      isKind: true,
    })),
);

function recordOffers(data: DesignerData): StepOffer[] {
  return data.connections.flatMap((connection) =>
    Object.values(systemOf(data, connection.key)?.objects ?? {}).flatMap((object) =>
      objectOffers(connection, object, data),
    ),
  );
}

function objectOffers(connection: ConnectionChoice, object: ObjectManifest, data: DesignerData): StepOffer[] {
  const where = placeName(connection, data);
  const record = inSentence(object.title);
  const shared = {
    group: 'Systems',
    words: `${object.name} ${connection.name} ${connection.key} ${object.entity ?? ''}`,
    config: { connection: connection.key, object: object.name },
    isKind: false,
  } as const;
  const read = `Read ${record} from ${where}`;
  const reading: StepOffer = {
    ...shared,
    id: `read-${connection.key}-${object.name}`,
    kind: 'read',
    title: read,
    name: read,
    summary: object.description,
  };
  if (object.write === undefined) return [reading];
  const write = `Write ${record} in ${where}`;
  const writing: StepOffer = {
    ...shared,
    id: `write-${connection.key}-${object.name}`,
    kind: 'write',
    title: write,
    name: write,
    summary: writeSummary(object.write.operations),
  };
  return [writing, reading];
}

/** `Create, update or delete it, once.` An upsert creates or updates. */
function writeSummary(operations: readonly WriteOperation[]): string {
  const isOffered = (operation: WriteOperation) =>
    operations.includes(operation) || (operation !== 'delete' && operations.includes('upsert'));
  const words = (['create', 'update', 'delete'] as const).filter(isOffered);
  const listed = new Intl.ListFormat('en', { type: 'disjunction' }).format(words);
  return `${listed.charAt(0).toUpperCase()}${listed.slice(1)} it, once.`;
}

/** The system's name is enough as long as only one connection leads to it. */
function placeName({ system, name }: ConnectionChoice, { connections }: DesignerData): string {
  const isOnlyOne = connections.filter((other) => other.system === system).length === 1;
  return isOnlyOne ? (ownValue(catalog, system)?.title ?? name) : name;
}

/** `Sales order` becomes `sales order`; `WIP entry` stays as it is. */
const inSentence = (title: string): string =>
  /^.[a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;

const mappingOffers = ({ mappings, validation }: DesignerData): StepOffer[] =>
  mappings.map(({ key, name }) => {
    const mapping = ownValue(validation.mappings, key);
    const title = `Map with ${name}`;
    const shapes =
      mapping &&
      `From ${describeSchemaRef(mapping.source, validation)} to ${describeSchemaRef(mapping.target, validation)}.`;
    return {
      id: `map-${key}`,
      kind: 'map',
      title,
      name: title,
      summary: shapes ?? stepKinds.map.summary,
      group: 'Mappings',
      words: `mapping ${key} ${shapes ?? ''}`,
      config: { mapping: key },
      isKind: false,
    };
  });

const valueMapOffers = ({ valueMaps }: DesignerData): StepOffer[] =>
  valueMaps.map(({ key, name }) => {
    const title = `Look up in ${name}`;
    return {
      id: `lookup-${key}`,
      kind: 'lookup',
      title,
      name: title,
      summary: stepKinds.lookup.summary,
      group: 'Value maps',
      words: `value map table translate ${key}`,
      config: { valueMap: key },
      isKind: false,
    };
  });

const flowOffers = ({ flows, validation }: DesignerData): StepOffer[] =>
  flows.flatMap(({ key, name }) => {
    const called = ownValue(validation.flows, key);
    if (called?.trigger.kind !== 'call' || key === validation.flowKey) return [];
    const title = `Call ${name}`;
    return [
      {
        id: `call-${key}`,
        kind: 'call',
        title,
        name: title,
        summary: called.description === '' ? stepKinds.call.summary : called.description,
        group: 'Flows',
        words: `flow sub-flow ${key}`,
        config: { flow: key },
        isKind: false,
      } satisfies StepOffer,
    ];
  });

function eventOffers({ validation }: DesignerData): StepOffer[] {
  const types = new Set(Object.values(validation.flows).flatMap(eventTypes));
  return [...types].toSorted().flatMap((type): StepOffer[] => {
    const shared = { group: 'Events', words: 'event', isKind: false } as const;
    const id = type.replaceAll(/[^A-Za-z0-9]+/g, '-');
    return [
      {
        ...shared,
        id: `publish-${id}`,
        kind: 'publish',
        title: `Publish ${type}`,
        name: `Publish ${type}`,
        summary: 'Tells every flow that starts on this event.',
        config: { type },
      },
      {
        ...shared,
        id: `wait-${id}`,
        kind: 'wait',
        title: `Wait for ${type}`,
        name: `Wait for ${type}`,
        summary: 'Continues when this event arrives.',
        config: { for: { what: 'event', type, subject: { kind: 'data', value: '' }, timeout: 'P7D' } },
      },
    ];
  });
}

/** The events that a flow starts on, publishes or waits for. */
function eventTypes({ trigger, body }: FlowDocument): string[] {
  const ofSteps = Array.from(walkSteps(body), ({ step }) => {
    if (step.kind === 'publish') return step.config.type;
    return step.kind === 'wait' && step.config.for.what === 'event' ? step.config.for.type : '';
  });
  return [...ofSteps, trigger.kind === 'event' ? trigger.type : ''].filter((type) => type !== '');
}
