import type { Page } from '@playwright/test';
import type { MappingDocument } from '@throughline/core/mapping/document';
import { webUrl } from './product-address.ts';

/** Calls a procedure as the person who is signed in on the page. */
export async function call(page: Page, procedure: string, input: unknown): Promise<unknown> {
  const response = await page.request.post(`/api/trpc/${procedure}`, {
    headers: { 'content-type': 'application/json', origin: webUrl },
    data: { json: input },
  });
  if (!response.ok()) throw new Error(`${procedure} answered ${response.status()}: ${await response.text()}`);
  const body = (await response.json()) as { readonly result: { readonly data: { readonly json: unknown } } };
  return body.result.data.json;
}

/** Asks a procedure as the person who is signed in on the page. */
export async function ask(page: Page, procedure: string, input: unknown): Promise<unknown> {
  const query = encodeURIComponent(JSON.stringify({ json: input }));
  const response = await page.request.get(`/api/trpc/${procedure}?input=${query}`);
  if (!response.ok()) throw new Error(`${procedure} answered ${response.status()}: ${await response.text()}`);
  const body = (await response.json()) as { readonly result: { readonly data: { readonly json: unknown } } };
  return body.result.data.json;
}

/** The mapping in its draft, as it was saved. */
export async function savedMapping(page: Page, key: string): Promise<MappingDocument> {
  const draft = await ask(page, 'drafts.open', { environment: 'test', kind: 'mapping', key });
  return (draft as { readonly document: MappingDocument }).document;
}

/** Creates a flow, a mapping or a value map with a document in its draft. Returns the definition's id. */
export async function createDraft(
  page: Page,
  kind: 'flow' | 'mapping' | 'value-map',
  key: string,
  document: unknown,
): Promise<string> {
  const created = (await call(page, 'definitions.create', { kind, key, name: key })) as {
    readonly definitionId: string;
  };
  const { definitionId } = created;
  await call(page, 'drafts.save', { definitionId, document, expectedRevision: 1 });
  return definitionId;
}
