'use client';
import { useMemo, useRef, useState } from 'react';
import type { EditorView } from '@codemirror/view';
import type { ChangeProblem } from '@throughline/core/db/changes/change-error';
import type { ValidationContext } from '@throughline/core/flow/validation-context';
import type { MappingDocument } from '@throughline/core/mapping/document';
import { resolveSchema } from '@throughline/core/mapping/resolve-schema';
import { useUrlState } from '#ui/use-url-state.ts';
import { ConflictDialog } from '#features/drafts/conflict-dialog.tsx';
import { SubmitDialog } from '#features/drafts/submit-dialog.tsx';
import { useAutosave, type Autosave } from '#features/drafts/use-autosave.ts';
import { useWorkspace } from '#features/workspace/workspace-context.ts';
import type { OpenedDefinition } from '#server/drafts/open-definition.ts';
import { useEvaluator } from './evaluation/use-evaluator.ts';
import { MapperPanes } from './mapper-panes.tsx';
import { MapperToolbar } from './mapper-toolbar.tsx';
import type { MapperTab } from './mapping-tabs.tsx';
import { readMapping } from './read-mapping.ts';
import { SampleBar } from './samples/sample-bar.tsx';
import { SaveTestDialog } from './samples/save-test-dialog.tsx';
import { useSamples } from './samples/use-samples.ts';
import { ShapesDialog } from './shapes-dialog.tsx';
import { useFixes } from './use-fixes.ts';
import { useMapper, type MapperActions } from './use-mapper.ts';
import { useMapperChecks } from './use-mapper-checks.ts';
import { useSaveTest } from './use-save-test.ts';
import { useShapes } from './use-shapes.ts';
import { valueMapsOf } from './value-maps-of.ts';

interface MapperProps {
  readonly opened: OpenedDefinition;
  readonly document: MappingDocument;
  readonly context: ValidationContext;
}

type OpenDialog = 'shapes' | 'submit';

/** A mapping in the editor: drawn as lines from its source to its target, and written as a text. */
export const Mapper = ({ opened, document: startDocument, context }: MapperProps) => {
  const { can } = useWorkspace();
  const isReadOnly = !can('analyst');
  const [history, actions] = useMapper(startDocument, isReadOnly);
  const document = history.present;
  const autosave = useAutosave(opened, document, isReadOnly);
  const source = useMemo(() => resolveSchema(document.source, context).schema, [document.source, context]);
  const samples = useSamples(opened.key, document.tests, source);
  const shapes = useShapes(source, document.target, samples.chosen.input, context);
  const evaluator = useEvaluator();
  const checks = useMapperChecks({ history, context, shapes, samples, evaluator });
  const [tab, setTab] = useFirstTab();
  const [dialog, setDialog] = useState<OpenDialog>();
  const onFix = useFixes({ actions, isReadOnly, checkedText: checks.check?.text });
  const viewRef = useRef<EditorView | null>(null);
  const saving = useSaveTest({ samples, preview: checks.preview, tests: document.tests, actions, setTab });
  const onSaveTest = isReadOnly || !checks.preview.isCurrent ? undefined : saving.start;
  const submit = async () => {
    if (await autosave.saver.flush()) setDialog('submit');
  };
  return (
    <div className="flex h-full min-h-0 flex-col">
      <MapperToolbar
        {...{ opened, autosave, isReadOnly, checks }}
        testCount={document.tests.length}
        autoMap={{ document, context, shapes, samples, evaluator, actions }}
        canUndo={history.past.length > 0}
        canRedo={history.future.length > 0}
        onUndo={actions.undo}
        onRedo={actions.redo}
        onShapes={() => setDialog('shapes')}
        onTests={() => setTab('tests')}
        onSubmit={() => void submit()}
      />
      <div className="flex min-h-10 shrink-0 items-center border-b border-line bg-raised px-3 py-1">
        <SampleBar samples={samples} onSaveTest={onSaveTest} />
      </div>
      <MapperPanes
        {...{ document, shapes, checks, evaluator, samples, actions }}
        {...{ isReadOnly, viewRef, tab, onFix, onSaveTest }}
        mappingName={opened.name}
        onTab={setTab}
      />
      {saving.sample !== undefined && (
        <SaveTestDialog
          sample={saving.sample}
          request={checks.request}
          evaluator={evaluator}
          onSave={saving.add}
          onClose={saving.cancel}
        />
      )}
      <Dialogs
        {...{ opened, document, autosave, actions, dialog }}
        onDialog={setDialog}
        onProblem={(problem) => setTab(tabOf(problem))}
      />
    </div>
  );
};

/** An address that names a test opens the tests. */
const useFirstTab = () => {
  const [{ test }] = useUrlState({ test: '' });
  return useState<MapperTab>(test === '' ? 'text' : 'tests');
};

/** The tab that shows a problem of this mapping. */
const tabOf = ({ code }: { readonly code: string }): MapperTab =>
  code === 'TEST_FAILED' || code === 'TEST_NOT_RUN' ? 'tests' : 'problems';

interface DialogsProps extends Pick<MapperProps, 'opened' | 'document'> {
  readonly autosave: Autosave<MappingDocument>;
  readonly actions: MapperActions;
  readonly dialog: OpenDialog | undefined;
  readonly onDialog: (dialog: OpenDialog | undefined) => void;
  readonly onProblem: (problem: ChangeProblem) => void;
}

const Dialogs = ({ opened, document, autosave, actions, dialog, onDialog, onProblem }: DialogsProps) => (
  <>
    <ShapesDialog
      isOpen={dialog === 'shapes'}
      onOpenChange={(isOpen) => onDialog(isOpen ? 'shapes' : undefined)}
      document={document}
      onChange={actions.setShapes}
    />
    <SubmitDialog
      isOpen={dialog === 'submit'}
      onOpenChange={(isOpen) => onDialog(isOpen ? 'submit' : undefined)}
      opened={opened}
      onProblem={onProblem}
      uses={valueMapsOf(document.text).map((key) => `value-map:${key}`)}
      flush={() => autosave.saver.flush()}
    />
    <ConflictDialog autosave={autosave} mine={document} read={readMapping} onTakeTheirs={actions.replace} />
  </>
);
