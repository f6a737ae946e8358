'use client';
import { useState } from 'react';
import { FlaskConical } from 'lucide-react';
import type { MappingTest } from '@throughline/core/mapping/document';
import { Button } from '#ui/button.tsx';
import { countText } from '#ui/count-text.ts';
import type { CoverageAnswer } from './coverage-work.ts';
import { PromoteDialog } from './promote-dialog.tsx';

interface CoverageBarProps {
  /** Undefined until it is known. */
  readonly coverage: CoverageAnswer | undefined;
  /** Ids of the fields that the mapping sets, and those of them that a test gives a value. */
  readonly set: readonly string[];
  readonly tested: ReadonlySet<string>;
  readonly isReadOnly: boolean;
  readonly onAdd: (tests: readonly MappingTest[]) => void;
  readonly onShowField: (id: string) => void;
  readonly onGoTo: (from: number, to: number) => void;
}

const mostNamed = 6;

/** How much of the mapping the tests cover, what they leave out, and the samples that would cover it. */
export const CoverageBar = (props: CoverageBarProps) => {
  const { coverage, set, tested, isReadOnly, onAdd, onShowField, onGoTo } = props;
  const [isOpen, setIsOpen] = useState(false);
  // Once it was used, the button stays, because the focus comes back to it.
  const [isUsed, setIsUsed] = useState(false);
  const open = set.filter((id) => !tested.has(id));
  const promoted = coverage?.promoted ?? [];
  const unrun = coverage?.unrun ?? [];
  return (
    <section
      aria-label="Coverage of the tests"
      className="flex flex-col gap-1 border-b border-line bg-raised px-3 py-2"
    >
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <p role="status" className="min-w-0 flex-1 basis-60">
          {`Tests give ${set.length - open.length} of ${countText(set.length, 'set field')} a value`}
          {coverage !== undefined &&
            coverage.branches > 0 &&
            ` and run ${coverage.branches - unrun.length} of ${coverage.branches === 1 ? '1 branch' : `${coverage.branches} branches`}`}
          .
        </p>
        {!isReadOnly && (promoted.length > 0 || isUsed) && (
          <Button
            icon={<FlaskConical aria-hidden />}
            aria-disabled={promoted.length === 0 || undefined}
            className="aria-disabled:opacity-55"
            onClick={() => setIsOpen(promoted.length > 0)}
          >
            {addText(promoted.length)}
          </Button>
        )}
      </div>
      <Gaps {...{ open, unrun, onShowField, onGoTo }} />
      {isOpen && (
        <PromoteDialog
          promoted={promoted}
          onAdd={(tests) => {
            setIsUsed(true);
            onAdd(tests);
          }}
          onClose={() => setIsOpen(false)}
        />
      )}
    </section>
  );
};

interface GapsProps extends Pick<CoverageBarProps, 'onShowField' | 'onGoTo'> {
  readonly open: readonly string[];
  readonly unrun: CoverageAnswer['unrun'];
}

/** What no test covers, each with the way to it. */
const Gaps = ({ open, unrun, onShowField, onGoTo }: GapsProps) => (
  <>
    {open.length > 0 && (
      <p className="text-small text-muted">
        No test gives these a value:{' '}
        {open.slice(0, mostNamed).map((id) => (
          <Link key={id} text={id} onClick={() => onShowField(id)} />
        ))}
        {open.length > mostNamed && `and ${open.length - mostNamed} more`}
      </p>
    )}
    {unrun.length > 0 && (
      <p className="text-small text-muted">
        No test runs these branches:{' '}
        {unrun.slice(0, mostNamed).map((branch) => (
          <Link key={branch.start} text={branchText(branch)} onClick={() => onGoTo(branch.start, branch.end)} />
        ))}
        {unrun.length > mostNamed && `and ${unrun.length - mostNamed} more`}
      </p>
    )}
  </>
);

const addText = (count: number): string => {
  if (count === 0) return 'No sample covers more';
  return count === 1 ? 'Add a test from a sample' : `Add ${count} tests from samples`;
};

const branchText = ({ kind, field }: CoverageAnswer['unrun'][number]): string =>
  `${kind === 'default' ? 'default' : `“${kind}”`}${field === undefined ? '' : ` of ${field}`}`;

const Link = ({ text, onClick }: { readonly text: string; readonly onClick: () => void }) => (
  <button
    type="button"
    onClick={onClick}
    className="mr-2 inline-block min-h-6 max-w-full truncate rounded-sm align-bottom font-mono text-code text-accent-strong hover:underline"
  >
    {text}
  </button>
);
