'use client';
import { useMemo, useRef, useState } from 'react';
import type { EditorView } from '@codemirror/view';
import { BookOpen } from 'lucide-react';
import type { ChangeProblem } from '@throughline/core/db/changes/change-error';
import type { ValidationContext } from '@throughline/core/flow/validation-context';
import type { MappingDocument } from '@throughline/core/mapping/document';
import { resolveSchema } from '@throughline/core/mapping/resolve-schema';
import { Button } from '#ui/button.tsx';
import { useLoadedWhenIdle } from '#ui/later.ts';
import { useUrlMirror } from '#ui/use-url-mirror.ts';
import { useUrlState } from '#ui/use-url-state.ts';
import { bothSavedDialog, ConflictDialog } from '#features/drafts/conflict-dialog.tsx';
import { draftDialogs } from '#features/drafts/draft-menu.tsx';
import { SubmitDialog } from '#features/drafts/submit-dialog.tsx';
import { useAutosave, type Autosave } from '#features/drafts/use-autosave.ts';
import { jsonataEditor } from '#features/jsonata/jsonata-editor.tsx';
import { FunctionsDialog } from '#features/jsonata/functions-dialog.tsx';
import { FirstHint } from '#features/workspace/first-hint.tsx';
import { useWorkspace } from '#features/workspace/workspace-context.ts';
import type { OpenedDefinition } from '#server/drafts/open-definition.ts';
import { autoMapPreview } from './auto-map/auto-map.tsx';
import type { MappingEvaluator } from './evaluation/evaluator.ts';
import { MapperPanes } from './mapper-panes.tsx';
import { MapperToolbar } from './mapper-toolbar.tsx';
import { mapperTabs, type MapperTab } from './mapping-tabs.tsx';
import { disconnecting } from './picking/disconnecting.ts';
import { fieldFromUrl } from './picking/field-in-url.ts';
import { readMapping } from './read-mapping.ts';
import { SampleBar } from './samples/sample-bar.tsx';
import { SaveTestDialog } from './samples/save-test-dialog.tsx';
import { useSamples, type Samples } from './samples/use-samples.ts';
import { ShapesDialog } from './shapes-dialog.tsx';
import { useFixes } from './use-fixes.ts';
import { useMapper, type MapperActions } from './use-mapper.ts';
import { useMapperCommands } from './use-mapper-commands.tsx';
import { useMapperChecks } from './use-mapper-checks.ts';
import { useSaveTest } from './use-save-test.ts';
import { useShapes } from './use-shapes.ts';
import { valueMapsOf } from './value-maps-of.ts';

interface MapperProps {
  readonly opened: OpenedDefinition;
  readonly document: MappingDocument;
  readonly context: ValidationContext;
  readonly evaluator: MappingEvaluator;
}

const nothingYet: typeof openedLater = [];
const openedLater = [jsonataEditor, autoMapPreview, disconnecting, bothSavedDialog, ...draftDialogs];

type OpenDialog = 'shapes' | 'submit' | 'functions';

/** A mapping in the editor: drawn as lines from its source to its target, and written as a text. */
export const Mapper = ({ opened, document: startDocument, context, evaluator }: MapperProps) => {
  const isReadOnly = !useWorkspace().can('analyst');
  const [history, actions] = useMapper(startDocument, isReadOnly);
  const document = history.present;
  const autosave = useAutosave({ opened, document, isReadOnly, read: readMapping, replace: actions.replace });
  const source = useMemo(() => resolveSchema(document.source, context).schema, [document.source, context]);
  const samples = useSamples(opened.key, document.tests, source);
  const shapes = useShapes(source, document.target, samples.chosen.input, context);
  const checks = useMapperChecks({ history, context, shapes, samples, evaluator });
  // Nothing else is loaded before the lines are there.
  useLoadedWhenIdle(checks.preview.result === undefined ? nothingYet : openedLater);
  const [tab, setTab] = useTab();
  const [{ field }] = useUrlState({ field: '' });
  const [dialog, setDialog] = useState<OpenDialog>();
  const onFix = useFixes({ actions, isReadOnly, checkedText: checks.check?.text });
  const viewRef = useRef<EditorView | null>(null);
  const saving = useSaveTest({ samples, preview: checks.preview, tests: document.tests, actions, setTab });
  const onSaveTest = isReadOnly || samples.isLoading || !checks.preview.isCurrent ? undefined : saving.start;
  const onFunctions = () => setDialog('functions');
  const doing = {
    onShapes: () => setDialog('shapes'),
    onSubmit: () => void autosave.saver.flush().then((isSaved) => isSaved && setDialog('submit')),
  };
  useMapperCommands({ ...doing, onFunctions, isReadOnly, actions, onTab: setTab, onSaveTest });
  return (
    <div className="flex h-full min-h-0 flex-col">
      <MapperToolbar
        {...{ opened, autosave, isReadOnly, checks }}
        testCount={document.tests.length}
        place={field}
        wordsFor={fieldInWords}
        autoMap={{ document, context, shapes, samples, evaluator, actions }}
        canUndo={history.past.length > 0}
        canRedo={history.future.length > 0}
        onUndo={actions.undo}
        onRedo={actions.redo}
        onTests={() => setTab('tests')}
        {...doing}
      />
      <SampleLine {...{ samples, onSaveTest, isReadOnly, onFunctions }} />
      <MapperPanes
        {...{ document, shapes, checks, evaluator, samples, actions }}
        {...{ isReadOnly, viewRef, tab, onFix, onSaveTest }}
        mappingName={opened.name}
        onTab={setTab}
      />
      {saving.sample !== undefined && (
        <SaveTestDialog
          {...{ sample: saving.sample, request: checks.request, evaluator }}
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

interface SampleLineProps {
  readonly samples: Samples;
  readonly onSaveTest: (() => void) | undefined;
  readonly isReadOnly: boolean;
  readonly onFunctions: () => void;
}

/** The sample on which the mapping is tried, help on functions, and a hint for the first visit. */
const SampleLine = ({ samples, onSaveTest, isReadOnly, onFunctions }: SampleLineProps) => (
  <>
    <div className="flex min-h-10 shrink-0 flex-wrap items-center border-b border-line bg-raised px-3 py-1">
      <SampleBar samples={samples} onSaveTest={onSaveTest} />
      <Button variant="ghost" className="ml-auto" icon={<BookOpen aria-hidden />} onClick={onFunctions}>
        Functions
      </Button>
    </div>
    {!isReadOnly && (
      <FirstHint id="mapper">
        Drag a source field onto a target field, or click one and then the other. Esc puts it down. Ctrl K finds fields
        and commands, and ? shows all keys.
      </FirstHint>
    )}
  </>
);

/** The tab is in the address. One that names a test opens the tests. */
const useTab = () => {
  const [{ tab: linked, test }] = useUrlState({ tab: '', test: '' });
  const [tab, setTab] = useState(tabFromUrl(linked) ?? (test === '' ? 'text' : 'tests'));
  useUrlMirror({ tab: tab === 'text' ? '' : tab }, (url) => setTab(tabFromUrl(url.tab) ?? 'text'));
  return [tab, setTab] as const;
};

const tabFromUrl = (text: string): MapperTab | undefined => mapperTabs.find((tab) => tab === text);

/** What is selected in another tab. */
const fieldInWords = (place: string): string | undefined => {
  const field = fieldFromUrl(place);
  return field === undefined ? undefined : `the ${field.side} field “${field.id}”`;
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
    <FunctionsDialog
      isOpen={dialog === 'functions'}
      onOpenChange={(isOpen) => onDialog(isOpen ? 'functions' : undefined)}
    />
    <SubmitDialog
      isOpen={dialog === 'submit'}
      onOpenChange={(isOpen) => onDialog(isOpen ? 'submit' : undefined)}
      opened={opened}
      onProblem={onProblem}
      uses={() => valueMapsOf(document.text).map((key) => `value-map:${key}`)}
      flush={() => autosave.saver.flush()}
    />
    <ConflictDialog autosave={autosave} mine={document} read={readMapping} onReplace={actions.replace} />
  </>
);
