'use client';
import { useMemo } from 'react';
import type { MappingTest } from '@throughline/core/mapping/document';
import { CoverageBar } from '../test-coverage/coverage-bar.tsx';
import { testState } from '../test-coverage/test-states.ts';
import { useTestCoverage } from '../test-coverage/use-test-coverage.ts';
import type { MappingEvaluator } from '../evaluation/evaluator.ts';
import type { MapperSample } from '../samples/use-samples.ts';
import type { FieldNode } from '../target-fields.ts';
import { setFields } from './set-fields.ts';
import type { MapperChecks } from '../use-mapper-checks.ts';

export interface TestCoverageProps {
  readonly text: string;
  readonly tests: readonly MappingTest[];
  readonly samples: readonly MapperSample[];
  readonly fields: readonly FieldNode[];
  readonly checks: MapperChecks;
  readonly evaluator: MappingEvaluator;
  readonly isReadOnly: boolean;
  readonly onTests: (tests: readonly MappingTest[]) => void;
  readonly onShowField: (id: string) => void;
  readonly onGoTo: (from: number, to: number) => void;
}

/** What the tests cover, of what the present text sets. */
export const TestCoverageBar = (props: TestCoverageProps) => {
  const { text, tests, samples, fields, checks, evaluator, isReadOnly, onTests, onShowField, onGoTo } = props;
  const { outline, coverage, outcomes } = checks;
  const { valueMaps } = checks.request;
  const found = useTestCoverage({ evaluator, text, tests, samples, valueMaps });
  const set = useMemo(() => setFields(outline, fields, coverage.covered), [outline, fields, coverage.covered]);
  const tested = useMemo(
    () => new Set([...set].flatMap(([id, path]) => (testState(path, tests, outcomes).tests > 0 ? [id] : []))),
    [set, tests, outcomes],
  );
  return (
    <CoverageBar
      coverage={found}
      set={[...set.keys()]}
      tested={tested}
      isReadOnly={isReadOnly}
      onAdd={(added) => onTests([...tests, ...added])}
      onShowField={onShowField}
      onGoTo={onGoTo}
    />
  );
};
