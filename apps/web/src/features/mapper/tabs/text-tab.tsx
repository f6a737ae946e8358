'use client';
import type { RefObject } from 'react';
import type { EditorView } from '@codemirror/view';
import { CircleAlert, CircleCheck } from 'lucide-react';
import type { ExpressionScope } from '#features/jsonata/expression-scope.ts';
import { JsonataEditor } from '#features/jsonata/jsonata-editor.tsx';
import { Button } from '#ui/button.tsx';
import type { MappingFix } from '@throughline/core/mapping/analysis';
import { useLatest } from '#features/jsonata/use-latest.ts';
import type { MappingCheck } from '../evaluation/check-work.ts';
import type { EvaluationResult } from '../evaluation/evaluation-message.ts';
import type { MappingEvaluator } from '../evaluation/evaluator.ts';
import { typeHover } from './type-hover.ts';
import { useMarkedProblems } from './use-marked-problems.ts';

interface TextTabProps {
  readonly text: string;
  readonly onChange: (text: string, run: number) => void;
  readonly scope: ExpressionScope;
  /** JSON of the shapes that the text is checked against. */
  readonly shapes: string;
  readonly evaluator: MappingEvaluator;
  readonly check: MappingCheck | undefined;
  readonly onFix: ((fix: MappingFix) => void) | undefined;
  readonly isReadOnly: boolean;
  readonly viewRef: RefObject<EditorView | null>;
  readonly result: EvaluationResult | undefined;
  readonly onGoTo: (offset: number) => void;
}

/** The mapping's text. The result for the sample is shown below it. */
export const TextTab = (props: TextTabProps) => {
  const { text, onChange, scope, evaluator, isReadOnly, viewRef, result, onGoTo } = props;
  const shapes = useLatest(props.shapes);
  useMarkedProblems(viewRef, props.check, props.onFix);
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="min-h-0 flex-1 overflow-hidden">
        <JsonataEditor
          isFull
          isCheckedOutside
          more={() => [typeHover(evaluator, () => shapes.current)]}
          value={text}
          onChange={onChange}
          scope={scope}
          label="Mapping text"
          isReadOnly={isReadOnly}
          viewRef={viewRef}
          className="h-full"
          placeholder={'Choose a target field, then a source field; or write JSONata:\n{\n  "id": Id\n}'}
        />
      </div>
      <ResultLine result={result} onGoTo={onGoTo} />
    </div>
  );
};

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
