'use client';
import type { RefObject } from 'react';
import type { EditorView } from '@codemirror/view';
import type { ExpressionScope } from '#features/jsonata/expression-scope.ts';
import { LoadedJsonataEditor } from '#features/jsonata/loaded-jsonata-editor.tsx';
import { useLatest } from '#features/jsonata/use-latest.ts';
import type { MappingFix } from '@throughline/core/mapping/analysis';
import type { MappingCheck } from '../evaluation/check-work.ts';
import type { MappingEvaluator } from '../evaluation/evaluator.ts';
import { typeHover } from './type-hover.ts';
import { useMarkedProblems } from './use-marked-problems.ts';

export interface MappingTextProps {
  readonly value: string;
  readonly onChange: (text: string, run: number) => void;
  readonly scope: ExpressionScope;
  readonly label: string;
  /** JSON of the shapes that the text is checked against. */
  readonly shapes: string;
  readonly evaluator: MappingEvaluator;
  readonly check: MappingCheck | undefined;
  readonly onFix: ((fix: MappingFix) => void) | undefined;
  readonly isReadOnly: boolean;
  readonly viewRef: RefObject<EditorView | null>;
  readonly className: string;
}

/** The editor of a mapping's text. It marks what the check finds, and says the type of what the pointer is on. */
export const LoadedMappingText = (props: MappingTextProps) => {
  const { evaluator, shapes, check, onFix, ...editor } = props;
  const latestShapes = useLatest(shapes);
  useMarkedProblems(editor.viewRef, check, onFix);
  return (
    <LoadedJsonataEditor
      {...editor}
      isFull
      isCheckedOutside
      more={() => [typeHover(evaluator, () => latestShapes.current)]}
      placeholder={'Choose a target field, then a source field; or write JSONata:\n{\n  "id": Id\n}'}
    />
  );
};
