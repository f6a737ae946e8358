'use client';
import { CircleCheck, Shapes, TriangleAlert } from 'lucide-react';
import type { MappingDocument } from '@throughline/core/mapping/document';
import { DraftToolbar, type DraftToolbarProps } from '#features/drafts/draft-toolbar.tsx';
import { Button } from '#ui/button.tsx';
import { Tooltip } from '#ui/tooltip.tsx';
import type { Coverage } from './coverage.ts';
import type { TestOutcomes } from './evaluation/use-test-outcomes.ts';

interface MapperToolbarProps extends Omit<DraftToolbarProps<MappingDocument>, 'list' | 'before' | 'children'> {
  readonly coverage: Coverage;
  readonly outcomes: TestOutcomes;
  readonly testCount: number;
  readonly onShapes: () => void;
  readonly onTests: () => void;
}

export const MapperToolbar = ({ coverage, outcomes, testCount, onShapes, onTests, ...draft }: MapperToolbarProps) => (
  <DraftToolbar
    {...draft}
    list={{ label: 'Mappings', path: 'mappings' }}
    before={<Figures {...{ coverage, outcomes, testCount, onTests }} />}
  >
    {!draft.isReadOnly && (
      <Button icon={<Shapes aria-hidden />} onClick={onShapes}>
        Shapes
      </Button>
    )}
  </DraftToolbar>
);

type FiguresProps = Pick<MapperToolbarProps, 'coverage' | 'outcomes' | 'testCount' | 'onTests'>;

const Figures = ({ coverage, outcomes, testCount, onTests }: FiguresProps) => {
  const isKnown = outcomes.outcomes.length >= testCount;
  const isGood = outcomes.passed === testCount || !isKnown;
  return (
    <>
      <Tooltip text="Target fields without fields of their own that the mapping sets">
        <span tabIndex={0} className="rounded-md px-2 py-1 text-muted tabular-nums">
          <span className="font-medium text-text">
            {coverage.mapped}/{coverage.total}
          </span>{' '}
          fields
        </span>
      </Tooltip>
      <Button
        variant="ghost"
        onClick={onTests}
        icon={
          isGood ? (
            <CircleCheck aria-hidden className={testCount === 0 || !isKnown ? '' : 'text-live'} />
          ) : (
            <TriangleAlert aria-hidden className="text-review" />
          )
        }
      >
        tests {isKnown ? outcomes.passed : '…'}/{testCount}
      </Button>
    </>
  );
};
