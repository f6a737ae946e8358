'use client';
import { useRef, useState } from 'react';
import { FileDown, FileUp } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { DropdownMenu } from '#ui/dropdown-menu.tsx';
import { useToaster } from '#ui/toast.tsx';
import type { EvaluationRequest } from '../evaluation/evaluation-message.ts';
import type { MappingEvaluator } from '../evaluation/evaluator.ts';
import type { ShownRow } from '../tabs/field-table.tsx';
import type { MapperActions } from '../use-mapper.ts';
import { ImportDialog } from './import-dialog.tsx';
import { maskedRequest } from './masked-request.ts';
import { oneEdit } from './one-edit.ts';
import type { KnownField } from './plan-import.ts';
import { readSheetFile, type SheetGrid } from './read-sheet.ts';
import { sheetRow } from './sheet-rows.ts';
import { csvOf, xlsxOf } from './write-sheet.ts';

interface SheetActionsProps {
  readonly mappingName: string;
  readonly rows: readonly ShownRow[];
  readonly known: readonly KnownField[];
  readonly text: string;
  /** The mapping on the present sample. */
  readonly request: EvaluationRequest;
  readonly evaluator: MappingEvaluator;
  readonly actions: Pick<MapperActions, 'edit'>;
  readonly isReadOnly: boolean;
}

/** The table as a file for people who sign it off, and back. */
export const SheetActions = (props: SheetActionsProps) => (
  <span className="ml-auto flex gap-1.5">
    <Export {...props} />
    {!props.isReadOnly && <Import {...props} />}
  </span>
);

const Export = ({ mappingName, rows, request, evaluator }: SheetActionsProps) => {
  const { failed } = useToaster();
  const save = async (extension: 'csv' | 'xlsx') => {
    try {
      const result = await evaluator.evaluate(maskedRequest(request));
      const sheet = rows.map((row) => sheetRow(row, result.status === 'done' ? result.value : undefined));
      download(await (extension === 'csv' ? csvOf(sheet) : xlsxOf(sheet)), `${fileName(mappingName)}.${extension}`);
    } catch (error) {
      failed('The sheet was not exported.', error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <DropdownMenu
      align="end"
      trigger={<Button icon={<FileDown aria-hidden />}>Export</Button>}
      sections={[
        {
          items: [
            { label: 'Workbook (.xlsx)', onSelect: () => void save('xlsx') },
            { label: 'Text with commas (.csv)', onSelect: () => void save('csv') },
          ],
        },
      ]}
    />
  );
};

const Import = ({ known, text, actions }: SheetActionsProps) => {
  const [read, setRead] = useState<{ readonly name: string; readonly grid: SheetGrid }>();
  const picker = useRef<HTMLInputElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const show = async (file: File) => {
    const grid = await readSheetFile(file);
    // The focus comes back here when the dialog is closed.
    opener.current?.focus();
    setRead({ name: file.name, grid });
  };
  const close = () => setRead(undefined);
  return (
    <>
      <Button ref={opener} icon={<FileUp aria-hidden />} onClick={() => picker.current?.click()}>
        Import
      </Button>
      <input
        ref={picker}
        type="file"
        aria-label="Sheet to import"
        accept=".xlsx,.csv,.tsv,.txt"
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The same file can be chosen again after it was corrected.
          event.target.value = '';
          if (file !== undefined) void show(file);
        }}
      />
      {read !== undefined && (
        <ImportDialog
          fileName={read.name}
          grid={read.grid}
          fields={known}
          text={text}
          onClose={close}
          onImport={(changed) => {
            actions.edit(text, [oneEdit(text, changed)]);
            close();
          }}
        />
      )}
    </>
  );
};

const fileName = (name: string): string =>
  name
    .trim()
    .replaceAll(/[^\p{L}\p{N}._-]+/gu, '-')
    .slice(0, 80);

function download(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
