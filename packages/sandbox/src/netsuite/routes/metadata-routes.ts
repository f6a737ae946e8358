import { NetSuiteError, noSuchRecordType } from '../errors.ts';
import { RECORD_TYPES, findRecordType } from '../records/record-types.ts';
import { recordTypeSchema } from '../records/record-type-schema.ts';
import type { NetSuiteApp, NetSuiteRequest } from './request-context.ts';
import { RECORD, originOf } from './request-context.ts';

const SCHEMA_JSON = 'application/schema+json';
const SWAGGER_JSON = 'application/swagger+json';

/** What record types there are and what fields they have, as JSON Schema. */
export function metadataRoutes(app: NetSuiteApp): void {
  const list = (c: NetSuiteRequest): Response => {
    refuseSwagger(c);
    const base = `${originOf(c)}${RECORD}/metadata-catalog`;
    const items = Object.values(RECORD_TYPES).map(({ name }) => ({
      name,
      links: [
        { rel: 'canonical', href: `${base}/${name}`, mediaType: 'application/json' },
        { rel: 'describes', href: `${originOf(c)}${RECORD}/${name}` },
        { rel: 'alternate', href: `${base}/${name}`, mediaType: SCHEMA_JSON },
      ],
    }));
    return c.json({ items, links: [{ rel: 'self', href: base }] });
  };
  app.get(`${RECORD}/metadata-catalog`, list);
  app.get(`${RECORD}/metadata-catalog/`, list);
  app.get(`${RECORD}/metadata-catalog/:type`, (c) => {
    refuseSwagger(c);
    const type = findRecordType(c.req.param('type'));
    if (type === undefined) throw noSuchRecordType(c.req.param('type'));
    return new Response(JSON.stringify(recordTypeSchema(type, `${originOf(c)}${RECORD}`)), {
      headers: { 'Content-Type': `${SCHEMA_JSON}; charset=UTF-8` },
    });
  });
}

function refuseSwagger(c: NetSuiteRequest): void {
  if (!(c.req.header('Accept') ?? '').includes(SWAGGER_JSON)) return;
  throw new NetSuiteError(501, {
    detail: `The sandbox answers metadata as ${SCHEMA_JSON} only, not as ${SWAGGER_JSON}.`,
    code: 'SANDBOX_NOT_IMPLEMENTED',
    header: 'Accept',
  });
}
