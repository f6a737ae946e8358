'use client';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useTRPC, useTRPCClient } from '#features/workspace/trpc.ts';
import { useWorkspace } from '#features/workspace/workspace-context.ts';
import type { OpenedDefinition } from '#server/drafts/open-definition.ts';
import { useToaster } from '#ui/toast.tsx';
import { Autosaver, type AutosaveStatus } from './autosaver.ts';
import { KeptDrafts } from './kept/kept-drafts.ts';
import { tabId } from './tab-id.ts';

/** Says nothing of the status, so that an editor is not drawn anew for it; see `useSaveStatus`. */
export interface Autosave<Document> {
  readonly saver: Autosaver<Document>;
}

interface EditedDraft<Document> {
  readonly opened: OpenedDefinition;
  /** As it is on screen. */
  readonly document: Document;
  readonly isReadOnly: boolean;
  /** Reads a stored document; undefined if it cannot be shown. */
  readonly read: (document: unknown) => Document | undefined;
  /** Puts another document on screen. */
  readonly replace: (document: Document) => void;
}

/** How long to wait before trying again while the server cannot be reached. */
const retryMs = 5000;

/**
 * Saves a definition's draft whenever `document` changes. Just opening it saves nothing. What cannot be saved is kept in
 * the browser, and saved when the server can be reached again or the draft is opened the next time.
 */
export const useAutosave = <Document>(draft: EditedDraft<Document>): Autosave<Document> => {
  const { opened, document, isReadOnly } = draft;
  const client = useTRPCClient();
  const kept = useKeptDrafts(opened.id);
  const [saver] = useState(
    () =>
      new Autosaver<Document>({
        document,
        revision: opened.revision,
        savedAt: opened.savedAt,
        save: (next, expectedRevision) =>
          client.drafts.save.mutate({ definitionId: opened.id, document: next, expectedRevision }),
        kept: { keep: (work) => kept?.keep(work, new Date()) ?? false, forget: () => kept?.forget() },
      }),
  );
  useEffect(() => {
    if (!isReadOnly) saver.update(document);
  }, [saver, document, isReadOnly]);
  useKeptWork(draft, saver, kept);
  useRetry(saver);
  useLeaving(saver);
  return useMemo(() => ({ saver }), [saver]);
};

/** What is saved, for the parts of an editor that show it. */
export const useSaveStatus = <Document>({ saver }: Autosave<Document>): AutosaveStatus =>
  useSyncExternalStore(saver.subscribe, saver.getStatus, saver.getStatus);

/** Undefined if the browser allows no storage. */
const useKeptDrafts = (definitionId: string): KeptDrafts | undefined => {
  const { person } = useWorkspace();
  const [kept] = useState(() => {
    try {
      return new KeptDrafts(window.localStorage, { personId: person.id, definitionId, tabId: tabId() });
    } catch {
      return undefined;
    }
  });
  return kept;
};

/** Continues with what an earlier visit could not save. */
const useKeptWork = <Document>(
  { opened, isReadOnly, read, replace }: EditedDraft<Document>,
  saver: Autosaver<Document>,
  kept: KeptDrafts | undefined,
): void => {
  const toaster = useToaster();
  const isDone = useRef(false);
  useEffect(() => {
    if (isReadOnly || isDone.current) return;
    isDone.current = true;
    const work = kept?.take(new Date());
    if (work === undefined) return;
    const document = read(work.document);
    if (document === undefined || JSON.stringify(work.document) === JSON.stringify(opened.document)) {
      kept?.forget();
      return;
    }
    replace(document);
    void saver.resume({ ...work, document });
    toaster.succeeded('Your unsaved changes are back', 'They were kept in this browser while they could not be saved.');
  });
};

const useRetry = <Document>(saver: Autosaver<Document>): void => {
  const getFailed = () => saver.getStatus().state.kind === 'failed';
  const hasFailed = useSyncExternalStore(saver.subscribe, getFailed, getFailed);
  useEffect(() => {
    if (!hasFailed) return undefined;
    const retry = () => void saver.flush();
    const timer = setInterval(retry, retryMs);
    window.addEventListener('online', retry);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', retry);
    };
  }, [saver, hasFailed]);
};

const useLeaving = <Document>(saver: Autosaver<Document>): void => {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (saver.getStatus().state.kind !== 'saved' && !saver.keep()) event.preventDefault();
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
};
