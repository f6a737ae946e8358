'use client';
import { useState, type ReactNode } from 'react';
import { FlaskConical, Trash2 } from 'lucide-react';
import type { MappingTest } from '@throughline/core/mapping/document';
import type { MappingTestOutcome } from '@throughline/core/mapping/run-tests';
import { Button } from '#ui/button.tsx';
import { classNames } from '#ui/class-names.ts';
import { Input } from '#ui/input.tsx';
import { JsonView } from '#ui/json-view.tsx';
import { Pill } from '#ui/pill.tsx';
import { EmptyState, Notice } from '#ui/states.tsx';
import { useUrlMirror } from '#ui/use-url-mirror.ts';
import { useUrlState } from '#ui/use-url-state.ts';
import type { TestOutcomes } from '../evaluation/use-test-outcomes.ts';

const testFromUrl = (text: string): number | undefined => (/^\d+$/.test(text) ? Number(text) : undefined);

interface TestsTabProps {
  readonly tests: readonly MappingTest[];
  readonly outcomes: TestOutcomes;
  readonly isReadOnly: boolean;
  readonly onTests: (tests: readonly MappingTest[], about?: string) => void;
  /** Uses a test's input as the sample. */
  readonly onShow: (index: number) => void;
  readonly onAdd: (() => void) | undefined;
  /** What the tests cover. */
  readonly coverage: ReactNode;
}

/** The tests, with what they cover. They run whenever the mapping changes. */
export const TestsTab = ({ tests, outcomes, isReadOnly, onTests, onShow, onAdd, coverage }: TestsTabProps) => {
  const [{ test: linked }] = useUrlState({ test: '' });
  const [open, setOpen] = useState(testFromUrl(linked));
  useUrlMirror({ test: open === undefined ? '' : String(open) }, ({ test }) => setOpen(testFromUrl(test)));
  if (tests.length === 0) {
    return (
      <div className="h-full overflow-auto">
        {coverage}
        <EmptyState
          icon={<FlaskConical aria-hidden />}
          title="No tests yet"
          action={onAdd !== undefined && <Button onClick={onAdd}>Save the sample as a test</Button>}
        >
          A test keeps a sample and the result it must give. It runs on every change, and again when the change is
          submitted.
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="h-full overflow-auto">
      {coverage}
      <ul>
        {tests.map((test, index) => (
          // Tests have no ids, so their position identifies them.
          <li key={index} className="border-b border-line">
            <TestLine
              test={test}
              outcome={outcomes.outcomes[index]}
              isOpen={open === index}
              isReadOnly={isReadOnly}
              onToggle={() => setOpen(open === index ? undefined : index)}
              onChange={(changed, about) => onTests(tests.with(index, changed), about && `tests/${index}/${about}`)}
              onRemove={() => onTests(tests.toSpliced(index, 1))}
              onShow={() => onShow(index)}
            />
          </li>
        ))}
      </ul>
    </div>
  );
};

interface TestLineProps {
  readonly test: MappingTest;
  readonly outcome: MappingTestOutcome | undefined;
  readonly isOpen: boolean;
  readonly isReadOnly: boolean;
  readonly onToggle: () => void;
  readonly onChange: (test: MappingTest, about?: string) => void;
  readonly onRemove: () => void;
  readonly onShow: () => void;
}

const TestLine = (props: TestLineProps) => {
  const { test, outcome, isOpen, isReadOnly, onToggle, onChange, onRemove, onShow } = props;
  return (
    <>
      <div className="flex items-center gap-2 px-3 py-1.5">
        <button type="button" aria-expanded={isOpen} onClick={onToggle} className="rounded-full">
          <OutcomePill outcome={outcome} />
          <span className="sr-only">, details of {test.name}</span>
        </button>
        <Input
          aria-label="Name of the test"
          value={test.name}
          readOnly={isReadOnly}
          onChange={(event) => onChange({ ...test, name: event.target.value }, 'name')}
          className="flex-1 border-transparent"
        />
        <Button variant="ghost" onClick={onShow}>
          Show sample
        </Button>
        {!isReadOnly && (
          <Button
            variant="ghost"
            size="icon"
            aria-label={`Remove ${test.name}`}
            icon={<Trash2 aria-hidden />}
            onClick={onRemove}
          />
        )}
      </div>
      {isOpen && outcome !== undefined && (
        <OutcomeDetails test={test} outcome={outcome} {...(isReadOnly ? {} : { onAccept: onChange })} />
      )}
    </>
  );
};

const OutcomePill = ({ outcome }: { readonly outcome: MappingTestOutcome | undefined }) => {
  if (outcome === undefined) return <Pill tone="running">running</Pill>;
  if (outcome.status === 'passed') return <Pill tone="live">passes</Pill>;
  return (
    <Pill tone="failed">
      {outcome.status === 'error'
        ? 'error'
        : `${outcome.differences.length} ${outcome.differences.length === 1 ? 'difference' : 'differences'}`}
    </Pill>
  );
};

interface OutcomeDetailsProps {
  readonly test: MappingTest;
  readonly outcome: MappingTestOutcome;
  readonly onAccept?: (test: MappingTest) => void;
}

const OutcomeDetails = ({ test, outcome, onAccept }: OutcomeDetailsProps) => (
  <div className="flex flex-col gap-2 px-3 pb-3">
    {test.kept !== undefined && test.kept.length > 0 && (
      <Notice tone="warn">
        Kept as it is: {test.kept.map(({ field }) => field.replace(/^input\./, '')).join(', ')} (“
        {test.kept[0]?.reason}”)
      </Notice>
    )}
    {outcome.status === 'error' && (
      <Notice tone="fail">
        {outcome.error.line !== undefined && `Line ${outcome.error.line}: `}
        {outcome.error.message}
      </Notice>
    )}
    {outcome.status === 'failed' && (
      <>
        <DifferenceTable differences={outcome.differences} />
        {onAccept !== undefined && (
          <Button className="self-start" onClick={() => onAccept({ ...test, expected: outcome.actual })}>
            The new result is right: expect it
          </Button>
        )}
      </>
    )}
    {outcome.status === 'passed' && <JsonView label="result" value={outcome.actual} openDepth={3} />}
  </div>
);

type Differences = Extract<MappingTestOutcome, { status: 'failed' }>['differences'];

const DifferenceTable = ({ differences }: { readonly differences: Differences }) => (
  <table aria-label="Differences" className="w-full table-fixed border-collapse text-left font-mono text-code">
    <thead>
      <tr className="border-b border-line font-sans text-caps text-muted">
        <th scope="col" className="w-1/3 py-1 font-medium">
          Field
        </th>
        <th scope="col" className="py-1 font-medium">
          Expected
        </th>
        <th scope="col" className="py-1 font-medium">
          Got
        </th>
      </tr>
    </thead>
    <tbody>
      {differences.map(({ pointer, expected, actual }) => (
        <tr key={pointer} className="border-b border-line align-top">
          <td className="py-1 pr-2 break-words text-muted">
            {pointer === '' ? 'result' : pointer.slice(1).replaceAll('/', '.')}
          </td>
          <Cell value={expected} className="text-live" />
          <Cell value={actual} className="text-failed" />
        </tr>
      ))}
    </tbody>
  </table>
);

const Cell = ({ value, className }: { readonly value: unknown; readonly className: string }) => (
  <td
    className={classNames('py-1 pr-2 break-words whitespace-pre-wrap', value === undefined ? 'text-muted' : className)}
  >
    {value === undefined ? 'nothing' : JSON.stringify(value, null, 1)}
  </td>
);
