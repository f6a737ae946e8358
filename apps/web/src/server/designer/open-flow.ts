import type { OrganisationTx } from '@throughline/core/db';
import { openDefinition } from '../drafts/open-definition.ts';
import { readDocument } from './read-document.ts';

/** What the editor of a flow starts from. `isRead` says that its document is a flow in today's format. */
export const openFlow = async (tx: OrganisationTx, input: { readonly key: string; readonly environmentId: string }) => {
  const opened = await openDefinition(tx, { ...input, kind: 'flow' });
  const { document } = readDocument('flow', opened.document);
  return { ...opened, document: document ?? opened.document, isRead: document !== null };
};

export type OpenedFlow = Awaited<ReturnType<typeof openFlow>>;
