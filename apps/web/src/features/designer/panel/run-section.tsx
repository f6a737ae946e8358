'use client';
import { useState } from 'react';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { TestStepRun } from '#server/designer/read-test-run.ts';
import { Button } from '#ui/button.tsx';
import { formatDuration } from '#ui/format-time.ts';
import { JsonView } from '#ui/json-view.tsx';
import { Pill } from '#ui/pill.tsx';
import { Notice } from '#ui/states.tsx';
import { stateTones, stateWords } from '../step-state.ts';

/** What one step did in the test: its input and output. A step in a loop is shown item by item. */
export const RunSection = ({ runs }: { readonly runs: readonly TestStepRun[] }) => {
  const [index, setIndex] = useState(0);
  const shown = runs[Math.min(index, runs.length - 1)];
  if (shown === undefined) {
    return <p className="px-4 py-6 text-center text-muted">This step did not run in the test.</p>;
  }
  return (
    <div className="flex flex-col gap-3 px-4 py-3">
      <div className="flex items-center gap-2">
        <Pill tone={stateTones[shown.state]}>{stateWords[shown.state]}</Pill>
        {shown.durationMs !== null && <span className="text-muted">{formatDuration(shown.durationMs)}</span>}
        {shown.attempts > 1 && <span className="text-muted">{shown.attempts} attempts</span>}
        {runs.length > 1 && <ItemPager index={index} count={runs.length} path={shown.path} onChange={setIndex} />}
      </div>
      {shown.errorMessage !== null && (
        <Notice tone="fail">
          <p className="font-mono text-code">{shown.errorCode}</p>
          <p>{shown.errorMessage}</p>
        </Notice>
      )}
      <Payload title="Input" value={shown.input} />
      {shown.state !== 'failed' && <Payload title="Output" value={shown.output} />}
    </div>
  );
};

const Payload = ({ title, value }: { readonly title: string; readonly value: unknown }) => (
  <section>
    <h2 className="mb-1 text-small font-medium">{title}</h2>
    {value === null || value === undefined ? (
      <p className="text-muted">nothing</p>
    ) : (
      <JsonView value={value} label={title.toLowerCase()} />
    )}
  </section>
);

interface ItemPagerProps {
  readonly index: number;
  readonly count: number;
  readonly path: string;
  readonly onChange: (index: number) => void;
}

const ItemPager = ({ index, count, path, onChange }: ItemPagerProps) => (
  <span className="ml-auto flex items-center gap-1 text-small text-muted" title={path}>
    <Button
      variant="ghost"
      size="icon"
      aria-label="Previous item"
      disabled={index <= 0}
      icon={<ChevronLeft aria-hidden />}
      onClick={() => onChange(index - 1)}
    />
    {index + 1} of {count}
    <Button
      variant="ghost"
      size="icon"
      aria-label="Next item"
      disabled={index >= count - 1}
      icon={<ChevronRight aria-hidden />}
      onClick={() => onChange(index + 1)}
    />
  </span>
);
