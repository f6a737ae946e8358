import type { Context, Hono } from 'hono';
import type { SandboxEnv, SystemContext } from '../../kit/system.ts';
import { associateNew } from '../association-types.ts';
import type { AssociationInput } from '../association-types.ts';
import { errorEntry, HubspotError, invalid, locked } from '../hubspot-error.ts';
import type { CrmRecord, HubspotStore } from '../hubspot-store.ts';
import type { ObjectType } from '../object-types.ts';
import { bodyOf, OBJECTS, shown, typeIn } from './object-routes.ts';

interface Input {
  readonly id?: string;
  readonly idProperty?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly objectWriteTraceId?: string;
  readonly associations?: readonly AssociationInput[];
}

interface BatchBody {
  readonly inputs: readonly Input[];
  readonly properties?: readonly string[];
  readonly idProperty?: string;
}

interface Written {
  readonly record: CrmRecord;
  readonly isNew?: boolean;
}

const MOST_INPUTS = 100;
const MEMBERS = new Set(['id', 'idProperty', 'properties', 'objectWriteTraceId', 'associations']);

/** Page: CRM objects, batch endpoints. */
export function batchRoutes(app: Hono<SandboxEnv>, store: HubspotStore, context: SystemContext): void {
  const write = (path: string, one: (type: ObjectType, input: Input) => Written, status: 200 | 201 = 200) =>
    app.post(`${OBJECTS}/batch/${path}`, async (c) => {
      const type = typeIn(c);
      const { inputs } = await batchOf(c);
      return settle(c, context, type, inputs, (input) => one(type, input), status);
    });
  write(
    'create',
    (type, { properties = {}, associations }) => ({
      record: associateNew(store, type, store.create(type, properties), associations),
    }),
    201,
  );
  write('update', (type, { id = '', idProperty, properties = {} }) => {
    const record = store.find(type, id, idProperty);
    if (record === undefined) throw absent(type, [id]);
    return { record: store.update(type, record, properties) };
  });
  write('upsert', (type, { id = '', idProperty = 'hs_object_id', properties = {} }) => {
    const found = store.find(type, id, idProperty);
    if (found !== undefined) return { record: store.update(type, found, properties), isNew: false };
    if (idProperty === 'hs_object_id') throw absent(type, [id]);
    return { record: store.create(type, { ...properties, [idProperty]: id }), isNew: true };
  });
  app.post(`${OBJECTS}/batch/archive`, async (c) => {
    const type = typeIn(c);
    const { inputs } = await batchOf(c);
    context.state.transaction(() => inputs.forEach(({ id = '' }) => store.archive(type, id)));
    return c.body(null, 204);
  });
  app.post(`${OBJECTS}/batch/read`, async (c) => {
    const type = typeIn(c);
    const { inputs, properties = [], idProperty } = await batchOf(c);
    const found = inputs.map(({ id = '' }) => ({ id, record: store.find(type, id, idProperty) }));
    const missing = found.filter(({ record }) => record === undefined).map(({ id }) => id);
    const results = found.flatMap(({ record }) => (record === undefined ? [] : [shown(type, record, properties)]));
    return answer(c, context, results, missing.length === 0 ? [] : [absent(type, missing)], 200);
  });
}

/**
 * Writes what can be written where every input carries a trace id; without them, one refusal refuses the whole batch.
 * Page: CRM objects, “Multi-status errors”.
 */
function settle(
  c: Context<SandboxEnv>,
  context: SystemContext,
  type: ObjectType,
  inputs: readonly Input[],
  one: (input: Input) => Written,
  status: 200 | 201,
): Response {
  const isTraced = inputs.every(({ objectWriteTraceId }) => objectWriteTraceId !== undefined);
  const fault = context.faults.take(['partial-batch'], { method: 'POST', path: c.req.path });
  const refused = new Set(fault === undefined ? [] : (fault.indexes ?? [0]));
  const results: object[] = [];
  const errors: HubspotError[] = [];
  context.state.transaction(() => {
    for (const [index, input] of inputs.entries()) {
      const { objectWriteTraceId } = input;
      try {
        if (refused.has(index)) throw locked();
        const { record, isNew } = context.state.transaction(() => one(input));
        const asked = Object.keys(input.properties ?? {});
        results.push({ ...shown(type, record, asked), objectWriteTraceId, ...(isNew !== undefined && { new: isNew }) });
      } catch (error) {
        if (!(error instanceof HubspotError) || (!isTraced && fault === undefined)) throw error;
        const trace = objectWriteTraceId === undefined ? {} : { objectWriteTraceId: [objectWriteTraceId] };
        errors.push(new HubspotError(error.status, error.category, error.message, { ...error.context, ...trace }));
      }
    }
  });
  return answer(c, context, results, errors, status);
}

function answer(
  c: Context<SandboxEnv>,
  { clock }: SystemContext,
  results: readonly object[],
  errors: readonly HubspotError[],
  status: 200 | 201,
): Response {
  const at = clock.now().toISOString();
  const body = { status: 'COMPLETE', results, requestedAt: at, startedAt: at, completedAt: at };
  if (errors.length === 0) return c.json(body, status);
  return c.json({ ...body, numErrors: errors.length, errors: errors.map(errorEntry) }, 207);
}

async function batchOf(c: Context<SandboxEnv>): Promise<BatchBody> {
  const body = await bodyOf<BatchBody>(c);
  const { inputs } = body;
  if (!Array.isArray(inputs) || inputs.length === 0) throw invalid('inputs must hold at least one object.');
  if (inputs.length > MOST_INPUTS) throw invalid(`The maximum batch size is ${MOST_INPUTS}.`);
  const unknown = inputs.flatMap((input: Input) => Object.keys(input)).find((name) => !MEMBERS.has(name));
  if (unknown !== undefined) {
    throw new HubspotError(501, undefined, `The stand-in does not implement the input member “${unknown}” here.`);
  }
  const ids = inputs.flatMap(({ id, idProperty = '' }: Input) => (id === undefined ? [] : [`${idProperty} ${id}`]));
  if (new Set(ids).size < ids.length) throw invalid('Duplicate IDs found in batch input. IDs must be unique.');
  return body;
}

function absent({ singular }: ObjectType, ids: readonly string[]): HubspotError {
  const message = `Could not get some ${singular.toUpperCase()} objects, they may be deleted or not exist. Check that ids are valid.`;
  return new HubspotError(404, 'OBJECT_NOT_FOUND', message, { ids });
}
