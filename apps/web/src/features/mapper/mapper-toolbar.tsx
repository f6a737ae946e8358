'use client';
import { CircleCheck, Shapes, TriangleAlert } from 'lucide-react';
import type { MappingDocument } from '@throughline/core/mapping/document';
import { DraftToolbar, type DraftToolbarProps } from '#features/drafts/draft-toolbar.tsx';
import { Button } from '#ui/button.tsx';
import { Tooltip } from '#ui/tooltip.tsx';
import { AutoMap } from './auto-map/auto-map.tsx';
import type { AutoMapProps } from './auto-map/auto-map-props.ts';
import type { MapperChecks } from './use-mapper-checks.ts';

interface MapperToolbarProps extends Omit<DraftToolbarProps<MappingDocument>, 'list' | 'before' | 'children'> {
  readonly checks: Pick<MapperChecks, 'coverage' | 'outcomes'>;
  readonly testCount: number;
  readonly autoMap: Omit<AutoMapProps, 'mappingKey' | 'coverage'>;
  readonly onShapes: () => void;
  readonly onTests: () => void;
}

export const MapperToolbar = (props: MapperToolbarProps) => {
  const { checks, testCount, autoMap, onShapes, onTests, ...draft } = props;
  const { coverage, outcomes } = checks;
  return (
    <DraftToolbar
      {...draft}
      list={{ label: 'Mappings', path: 'mappings' }}
      before={<Figures {...{ coverage, outcomes, testCount, onTests }} />}
    >
      {!draft.isReadOnly && (
        <>
          <AutoMap mappingKey={draft.opened.key} coverage={coverage} {...autoMap} />
          <Button icon={<Shapes aria-hidden />} onClick={onShapes}>
            Shapes
          </Button>
        </>
      )}
    </DraftToolbar>
  );
};

type FiguresProps = MapperToolbarProps['checks'] & Pick<MapperToolbarProps, 'testCount' | 'onTests'>;

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
