'use client';
import { useState } from 'react';
import { BookmarkPlus, ChevronLeft, ChevronRight, ClipboardPaste } from 'lucide-react';
import { MaskedMark } from '#features/workspace/masked-note.tsx';
import { Button } from '#ui/button.tsx';
import { Select } from '#ui/select.tsx';
import { Tooltip } from '#ui/tooltip.tsx';
import { PasteDialog } from './paste-dialog.tsx';
import type { MapperSample, Samples } from './use-samples.ts';

interface SampleBarProps {
  readonly samples: Samples;
  /** Makes a test from the sample and its current result; undefined if that is not possible. */
  readonly onSaveTest: (() => void) | undefined;
}

const origins: Record<MapperSample['origin'], string> = {
  pasted: 'pasted',
  run: 'run',
  test: 'test',
  'made-up': '',
};

/** Shows which record the preview uses, with a button for the next one. */
export const SampleBar = ({ samples, onSaveTest }: SampleBarProps) => {
  const [isPasting, setIsPasting] = useState(false);
  const { all, chosen, index, choose, paste } = samples;
  const step = (offset: number) => {
    const next = all[index + offset];
    if (next !== undefined) choose(next.id);
  };
  return (
    <div role="group" aria-label="Sample" className="flex min-w-0 items-center gap-1.5">
      <span className="text-small text-muted max-sm:hidden">Sample</span>
      <Select
        aria-label="Sample"
        className="w-64 max-sm:w-40"
        value={chosen.id}
        onChange={choose}
        options={all.map(({ id, label, origin }) => ({ value: id, label, hint: origins[origin] }))}
      />
      <Button
        variant="ghost"
        size="icon"
        aria-label="Previous sample"
        disabled={index <= 0}
        icon={<ChevronLeft aria-hidden />}
        onClick={() => step(-1)}
      />
      <span className="text-small whitespace-nowrap text-muted tabular-nums">
        {index + 1}/{all.length}
      </span>
      <Button
        variant="ghost"
        size="icon"
        aria-label="Next sample"
        disabled={index >= all.length - 1}
        icon={<ChevronRight aria-hidden />}
        onClick={() => step(1)}
      />
      <Tooltip text="Paste a record">
        <Button
          variant="ghost"
          size="icon"
          aria-label="Paste a record"
          icon={<ClipboardPaste aria-hidden />}
          onClick={() => setIsPasting(true)}
        />
      </Tooltip>
      {onSaveTest !== undefined && (
        <Tooltip text="Save this sample and its result as a test">
          <Button variant="ghost" icon={<BookmarkPlus aria-hidden />} onClick={onSaveTest}>
            Save as test
          </Button>
        </Tooltip>
      )}
      <MaskedMark />
      <PasteDialog isOpen={isPasting} onOpenChange={setIsPasting} onPaste={paste} />
    </div>
  );
};
