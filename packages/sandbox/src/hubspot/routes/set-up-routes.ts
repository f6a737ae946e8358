import type { Hono } from 'hono';
import type { SandboxEnv, SystemContext } from '../../kit/system.ts';
import { invalid, notFound } from '../hubspot-error.ts';
import { dealPipeline } from '../object-types.ts';
import { typeIn } from './object-routes.ts';

export interface Owner {
  readonly id: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly userId: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly archived: boolean;
}

/** Pages: Owners, Pipelines, Properties. */
export function setUpRoutes(app: Hono<SandboxEnv>, { state, clock }: SystemContext): void {
  const owners = () => state.collection<Owner>('owners');
  app.get('/crm/v3/owners', (c) => {
    const { email, after = '0', limit = '100', archived = 'false' } = c.req.query();
    const rows = owners().filter(
      (each) =>
        (email === undefined || each.email === email) &&
        each.archived === (archived === 'true') &&
        Number(each.id) > Number(after),
    );
    const results = rows.slice(0, Number(limit));
    const next = rows.length > results.length ? { paging: { next: { after: results.at(-1)?.id } } } : {};
    return c.json({ results, ...next });
  });
  app.get('/crm/v3/owners/:ownerId', (c) => {
    const owner = owners().get(c.req.param('ownerId'));
    if (owner === undefined) throw notFound();
    return c.json(owner);
  });
  const at = clock.now().toISOString();
  const pipeline = {
    ...dealPipeline,
    stages: dealPipeline.stages.map((stage) => ({ ...stage, createdAt: at, updatedAt: at })),
    createdAt: at,
    updatedAt: at,
  };
  app.get('/crm/v3/pipelines/:objectType', (c) => {
    if (typeIn(c).name !== 'deals') throw invalid('Only deals have pipelines here.');
    return c.json({ results: [pipeline] });
  });
  app.get('/crm/v3/pipelines/:objectType/:pipelineId', (c) => {
    if (typeIn(c).name !== 'deals' || c.req.param('pipelineId') !== pipeline.id) throw notFound();
    return c.json(pipeline);
  });
  app.get('/crm/v3/properties/:objectType', (c) => {
    const results = [...typeIn(c).properties.values()].map(({ isReadOnly, isUnique, isCustom, options, ...each }) => ({
      ...each,
      fieldType: { bool: 'booleancheckbox', enumeration: 'select', number: 'number' }[each.type as string] ?? 'text',
      description: '',
      groupName: 'information',
      options: options.map((value, displayOrder) => ({ value, label: value, displayOrder, hidden: false })),
      displayOrder: -1,
      hasUniqueValue: isUnique,
      hidden: false,
      formField: false,
      hubspotDefined: !isCustom,
      archived: false,
      modificationMetadata: { archivable: isCustom, readOnlyDefinition: !isCustom, readOnlyValue: isReadOnly },
    }));
    return c.json({ results });
  });
}
