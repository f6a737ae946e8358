'use client';
import { useReducer, useState } from 'react';
import { valueMapSchema, type ValueMapDocument } from '@throughline/core/flow';
import { ConflictDialog } from '#features/drafts/conflict-dialog.tsx';
import { DraftToolbar } from '#features/drafts/draft-toolbar.tsx';
import { recordEdit, redo, startHistory, undo, type History } from '#features/drafts/history.ts';
import { SubmitDialog } from '#features/drafts/submit-dialog.tsx';
import { useAutosave } from '#features/drafts/use-autosave.ts';
import { useWorkspace } from '#features/workspace/workspace-context.ts';
import type { OpenedDefinition } from '#server/drafts/open-definition.ts';
import { PasteRowsDialog } from './paste-rows-dialog.tsx';
import { ValueMapGrid } from './value-map-grid.tsx';
import { useSeenUse } from './use-seen-use.ts';
import { duplicateRows, mergeRows } from './value-map-rows.ts';

interface ValueMapEditorProps {
  readonly opened: OpenedDefinition;
  readonly document: ValueMapDocument;
}

type Action =
  | { readonly type: 'edit'; readonly document: ValueMapDocument; readonly about?: string | undefined }
  | { readonly type: 'undo' | 'redo' };

const reduce = (history: History<ValueMapDocument>, action: Action): History<ValueMapDocument> => {
  if (action.type === 'edit') return recordEdit(history, action.document, action.about);
  return action.type === 'undo' ? undo(history) : redo(history);
};

const read = (value: unknown): ValueMapDocument | undefined => valueMapSchema.safeParse(value).data;

const usesNothing = (): readonly string[] => [];

/** Keys and their values as a grid. */
export const ValueMapEditor = ({ opened, document: start }: ValueMapEditorProps) => {
  const { can } = useWorkspace();
  const isReadOnly = !can('analyst');
  const [history, dispatch] = useReducer(reduce, start, startHistory);
  const document = history.present;
  const [isSubmitting, setIsSubmitting] = useState(false);
  const [pasted, setPasted] = useState<string>();
  const use = useSeenUse(opened.key);
  const edit = (next: ValueMapDocument, about?: string) => dispatch({ type: 'edit', document: next, about });
  const replace = (next: ValueMapDocument) => edit(next);
  const autosave = useAutosave({ opened, document, isReadOnly, read, replace });
  const submit = async () => {
    if (await autosave.saver.flush()) setIsSubmitting(true);
  };
  return (
    <div className="flex h-full min-h-0 flex-col">
      <DraftToolbar
        {...{ opened, autosave, isReadOnly }}
        list={{ label: 'Mappings', path: 'mappings' }}
        canUndo={history.past.length > 0}
        canRedo={history.future.length > 0}
        onUndo={() => dispatch({ type: 'undo' })}
        onRedo={() => dispatch({ type: 'redo' })}
        onSubmit={() => void submit()}
      />
      <ValueMapGrid
        document={document}
        duplicates={duplicateRows(document.entries)}
        use={use}
        isReadOnly={isReadOnly}
        onChange={edit}
        onPaste={setPasted}
      />
      {pasted !== undefined && (
        <PasteRowsDialog
          start={pasted}
          entries={document.entries}
          onClose={() => setPasted(undefined)}
          onPaste={(rows) => edit({ ...document, entries: mergeRows(document.entries, rows) })}
        />
      )}
      <SubmitDialog
        isOpen={isSubmitting}
        onOpenChange={setIsSubmitting}
        opened={opened}
        uses={usesNothing}
        // The grid behind the dialog marks its own rows.
        onProblem={() => undefined}
        flush={() => autosave.saver.flush()}
      />
      <ConflictDialog autosave={autosave} mine={document} read={read} onReplace={replace} />
    </div>
  );
};
