'use client';
import { useState } from 'react';
import { CircleHelp } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import type { EvaluationRequest } from '../evaluation/evaluation-message.ts';
import type { MappingEvaluator } from '../evaluation/evaluator.ts';
import type { FieldExplanation } from '../evaluation/sample-work.ts';
import type { FieldNode } from '../target-fields.ts';
import { useExplanation } from './use-explanation.ts';

interface WhyEmptyProps {
  readonly node: FieldNode;
  readonly evaluator: MappingEvaluator;
  /** The mapping on the current sample. */
  readonly request: EvaluationRequest;
  readonly onGoTo: (from: number, to: number) => void;
}

/** For a field that is empty in this sample, shows which step of which path found nothing. */
export const WhyEmpty = ({ node, evaluator, request, onGoTo }: WhyEmptyProps) => {
  const [isAsked, setIsAsked] = useState(false);
  const { explanation, failure } = useExplanation(evaluator, request, node.path, isAsked);
  if (!isAsked) {
    return (
      <Button className="self-start" icon={<CircleHelp aria-hidden />} onClick={() => setIsAsked(true)}>
        Why is this empty?
      </Button>
    );
  }
  return (
    <div role="status" className="flex flex-col gap-1 border-b border-line pb-1.5">
      {failure !== undefined && <p className="text-failed">{failure}</p>}
      {explanation === undefined && failure === undefined && <p className="text-muted">…</p>}
      {explanation !== undefined && (
        <>
          <p className="text-muted">{summaryOf(explanation)}</p>
          <ol className="flex flex-col gap-1">
            {explanation.reasons.map((reason, index) => (
              // The same sentence can occur twice, and only the order distinguishes them.
              <li key={index}>
                <Reason text={request.text} reason={reason} onGoTo={onGoTo} />
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  );
};

interface ReasonProps extends Pick<WhyEmptyProps, 'onGoTo'> {
  readonly text: string;
  readonly reason: FieldExplanation['reasons'][number];
}

/** The sentence, below the part of the text that it is about. */
const Reason = ({ text, reason: { message, range }, onGoTo }: ReasonProps) => {
  if (range === undefined) return <span>{message}</span>;
  return (
    <button
      type="button"
      title="Show it in the text"
      onClick={() => onGoTo(range.start, range.end)}
      className="flex min-h-6 w-full flex-col rounded-sm text-left hover:underline"
    >
      <span className="max-w-full truncate font-mono text-code text-accent-strong">
        {text.slice(range.start, range.end)}
      </span>
      {message}
    </button>
  );
};

function summaryOf({ status, evaluated, filled }: FieldExplanation): string {
  switch (status) {
    case 'unset':
      return 'The mapping does not set this field.';
    case 'failed':
      return 'The mapping fails on this sample.';
    case 'filled':
      return 'On this sample it has a value.';
    case 'empty':
      if (evaluated === 0) return 'The mapping does not get to this field on this sample.';
      return evaluated === 1 ? 'On this sample:' : `Empty for ${evaluated - filled} of ${evaluated}. The first time:`;
  }
}
