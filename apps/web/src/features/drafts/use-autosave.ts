'use client';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useTRPC, useTRPCClient } from '#features/workspace/trpc.ts';
import type { OpenedDefinition } from '#server/drafts/open-definition.ts';
import { Autosaver, type AutosaveStatus } from './autosaver.ts';

export interface Autosave<Document> extends AutosaveStatus {
  readonly saver: Autosaver<Document>;
}

/** Saves a definition's draft whenever `document` changes. Just opening it saves nothing. */
export const useAutosave = <Document>(
  opened: OpenedDefinition,
  document: Document,
  isReadOnly: boolean,
): Autosave<Document> => {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const [saver] = useState(
    () =>
      new Autosaver<Document>({
        document,
        revision: opened.revision,
        savedAt: opened.savedAt,
        save: (next, expectedRevision) =>
          client.drafts.save.mutate({ definitionId: opened.id, document: next, expectedRevision }),
      }),
  );
  const status = useSyncExternalStore(saver.subscribe, saver.getStatus, saver.getStatus);
  useEffect(() => {
    if (!isReadOnly) saver.update(document);
  }, [saver, document, isReadOnly]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (saver.getStatus().state.kind !== 'saved') event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
      // The next visit must open the latest save, not the state that this visit had opened.
      void saver.flush().then(() => {
        for (const queryKey of [trpc.designer.pathKey(), trpc.drafts.pathKey(), trpc.definitions.pathKey()]) {
          void queryClient.invalidateQueries({ queryKey });
        }
      });
    };
  }, [saver, trpc, queryClient]);
  return { ...status, saver };
};
