'use client';
import { useState } from 'react';
import { Dialog } from '#ui/dialog.tsx';
import { Pill } from '#ui/pill.tsx';
import { SearchInput } from '#ui/search-input.tsx';
import { LoadingRows } from '#ui/states.tsx';
import type { FunctionHelp } from './function-help.ts';
import { useFunctionHelp } from './use-function-help.ts';

interface FunctionsDialogProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** Every function that a mapping may call, with what it does and an example. */
export const FunctionsDialog = ({ isOpen, onOpenChange }: FunctionsDialogProps) => (
  <Dialog
    isOpen={isOpen}
    onOpenChange={onOpenChange}
    size="large"
    title="Functions for mappings"
    description="In the text, write $ and the first letters, and choose one."
  >
    <Functions />
  </Dialog>
);

const Functions = () => {
  const help = useFunctionHelp();
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const found = help.filter(({ name, summary }) => `$${name} ${summary}`.toLowerCase().includes(wanted));
  if (help.length === 0) return <LoadingRows />;
  return (
    <div className="flex flex-col gap-3 pb-2">
      <SearchInput label="Search functions" value={search} onChange={setSearch} />
      {found.length === 0 && <p className="py-4 text-center text-muted">No function matches “{search}”.</p>}
      <ul aria-label="Functions" className="flex flex-col">
        {found.map((each) => (
          <FunctionLine key={each.name} help={each} />
        ))}
      </ul>
    </div>
  );
};

const FunctionLine = ({ help: { name, parameters, summary, example, isOurs } }: { readonly help: FunctionHelp }) => (
  <li className="flex flex-col gap-1 border-b border-line py-2 last:border-0">
    <span className="flex items-center gap-2">
      <code className="font-mono text-code font-medium">
        ${name}({parameters.join(', ')})
      </code>
      {isOurs && <Pill tone="live">Throughline</Pill>}
    </span>
    <span className="text-muted">{summary}</span>
    <code className="font-mono text-code whitespace-pre-wrap">{example}</code>
  </li>
);
