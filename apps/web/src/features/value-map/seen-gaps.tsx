import { ListPlus, Plus } from 'lucide-react';
import { Button } from '#ui/button.tsx';
import { countText } from '#ui/count-text.ts';
import { compareRows } from './compare-rows.ts';
import type { SeenUse } from './seen-use.ts';
import type { ValueMapEntry } from './value-map-rows.ts';

interface SeenGapsProps {
  /** Undefined while it is read. */
  readonly use: SeenUse | 'failed' | undefined;
  readonly entries: readonly ValueMapEntry[];
  /** There is a value for every key without a row. */
  readonly hasFallback: boolean;
  readonly isReadOnly: boolean;
  readonly onAdd: (keys: readonly string[]) => void;
}

/** More are added together, and then found in the rows. */
const mostShown = 40;

/** The values that mappings really looked up and that have no row, with a row for each or for all of them. */
export const SeenGaps = ({ use, entries, hasFallback, isReadOnly, onAdd }: SeenGapsProps) => {
  if (use === undefined || use === 'failed') {
    return (
      <p role="status" className="px-4 pb-3 text-muted">
        {use === undefined
          ? 'Finding the values that mappings looked up…'
          : 'The values that mappings looked up could not be read. Reload the page to try again.'}
      </p>
    );
  }
  const { gaps, hidden } = compareRows(use, entries);
  return (
    <section aria-label="Values really seen" className="mx-4 mb-3 rounded-lg border border-line bg-raised px-3 py-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <p role="status" className="min-w-0 flex-1 basis-60">
          {summaryOf(use, gaps.length, hidden)}{' '}
          {gaps.length > 0 && (hasFallback ? 'They get the value of any other key.' : 'Each of them stops its record.')}
        </p>
        {gaps.length > 0 && !isReadOnly && (
          <Button icon={<ListPlus aria-hidden />} onClick={() => onAdd(gaps.map(({ key }) => key))}>
            {gaps.length === 1 ? 'Add a row for it' : `Add rows for all ${gaps.length}`}
          </Button>
        )}
      </div>
      {gaps.length > 0 && (
        <ul aria-label="Values without a row" className="mt-2 flex flex-wrap gap-1.5">
          {gaps.slice(0, mostShown).map(({ key, samples }) => (
            <li key={key} className="flex max-w-full items-center gap-2 rounded-md border border-line pl-2">
              <span className="min-w-0 truncate font-mono text-code">{key === '' ? '(empty text)' : key}</span>
              <span className="text-small whitespace-nowrap text-muted tabular-nums">
                {countText(samples, 'sample')}
              </span>
              {isReadOnly ? (
                <span className="h-7" />
              ) : (
                <Button
                  variant="ghost"
                  size="icon"
                  aria-label={`Add a row for ${key}`}
                  icon={<Plus aria-hidden />}
                  onClick={() => onAdd([key])}
                />
              )}
            </li>
          ))}
          {gaps.length > mostShown && <li className="self-center text-muted">and {gaps.length - mostShown} more</li>}
        </ul>
      )}
    </section>
  );
};

function summaryOf({ mappings, leftOut, samples, values }: SeenUse, gaps: number, hidden: number): string {
  if (mappings === 0) return 'No mapping looks anything up here yet.';
  const where = `In ${countText(samples, 'sample')} of ${countText(mappings, 'mapping')}`;
  const rest =
    leftOut === 0
      ? ''
      : ` ${leftOut} of ${countText(mappings, 'mapping')} could not be looked at completely, so there may be more.`;
  if (values.length === 0) return `${where}, nothing was looked up.${rest}`;
  const seen = `${where}, ${countText(values.length, 'value')} ${values.length === 1 ? 'was' : 'were'} looked up.`;
  const personal =
    hidden === 0
      ? ''
      : ` ${countText(hidden, 'value')} without a row ${hidden === 1 ? 'is' : 'are'} personal data and not shown.`;
  return `${seen}${personal}${rest} ${missingText(gaps, hidden)}`;
}

function missingText(gaps: number, hidden: number): string {
  if (gaps === 0) return hidden === 0 ? 'All of them have a row.' : 'All others have a row.';
  const others = hidden === 0 ? 'them' : 'the others';
  return gaps === 1 ? `One of ${others} has no row.` : `${gaps} of ${others} have no row.`;
}
