'use client';
import { CircleAlert, CircleCheck } from 'lucide-react';
import { EditorLater } from '#features/jsonata/editor-later.tsx';
import { Button } from '#ui/button.tsx';
import { Later } from '#ui/later.ts';
import type { EvaluationResult } from '../evaluation/evaluation-message.ts';
import type { MappingTextProps } from './loaded-mapping-text.tsx';

interface TextTabProps extends Omit<MappingTextProps, 'value' | 'label' | 'className'> {
  readonly text: string;
  readonly result: EvaluationResult | undefined;
  readonly onGoTo: (offset: number) => void;
}

export const mappingText = new Later(async () => (await import('./loaded-mapping-text.tsx')).LoadedMappingText);

/** The mapping's text. The result for the sample is shown below it. */
export const TextTab = ({ text, result, onGoTo, ...editor }: TextTabProps) => (
  <div className="flex h-full min-h-0 flex-col">
    <div className="min-h-0 flex-1 overflow-hidden">
      <EditorLater
        editor={mappingText}
        props={{ ...editor, value: text, label: 'Mapping text', className: 'h-full' }}
      />
    </div>
    <ResultLine result={result} onGoTo={onGoTo} />
  </div>
);

interface ResultLineProps {
  readonly result: EvaluationResult | undefined;
  readonly onGoTo: (offset: number) => void;
}

const ResultLine = ({ result, onGoTo }: ResultLineProps) => (
  <div role="status" className="flex min-h-8 shrink-0 items-center gap-2 border-t border-line px-3 py-1 text-small">
    {result === undefined && <span className="text-muted">…</span>}
    {result?.status === 'done' && (
      <>
        <CircleCheck aria-hidden className="size-3.5 shrink-0 text-live" />
        <span className="text-muted">
          {result.value === undefined ? 'The mapping gives nothing for this sample.' : 'Runs on this sample.'}
        </span>
      </>
    )}
    {result?.status === 'failed' && (
      <>
        <CircleAlert aria-hidden className="size-3.5 shrink-0 text-failed" />
        <span className="min-w-0 flex-1 text-failed">{result.message}</span>
        {result.position !== undefined && (
          <Button variant="ghost" onClick={() => onGoTo(result.position ?? 0)}>
            line {result.line}, column {result.column}
          </Button>
        )}
      </>
    )}
  </div>
);
