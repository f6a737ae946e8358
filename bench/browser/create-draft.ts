import type { Page } from '@playwright/test';

/** Creates a definition with a document in its draft, as the person who is signed in. Returns its key. */
export async function createDraft(page: Page, kind: 'flow' | 'mapping', document: unknown): Promise<string> {
  const key = `long-${Date.now()}`;
  const call = async (path: string, input: object): Promise<unknown> => {
    const origin = new URL(page.url()).origin;
    const response = await page.request.post(`/api/trpc/${path}`, { headers: { origin }, data: { json: input } });
    if (!response.ok()) throw new Error(`${path}: ${response.status()} ${await response.text()}`);
    return ((await response.json()) as { result: { data: { json: unknown } } }).result.data.json;
  };
  const created = (await call('definitions.create', { kind, key, name: 'Long' })) as {
    definitionId: string;
    revision: number;
  };
  const { definitionId, revision } = created;
  await call('drafts.save', { definitionId, document, expectedRevision: revision });
  return key;
}
