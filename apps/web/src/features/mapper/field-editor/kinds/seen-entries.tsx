'use client';
import { useEffect, useState } from 'react';
import { classNames } from '#ui/class-names.ts';
import { countText } from '#ui/count-text.ts';
import type { SeenValue } from '../../evaluation/seen-values.ts';
import { useFormScope } from '../form-scope.ts';
import { entryRows, type EntryRow } from './entry-rows.ts';

const mostRows = 12;
/** All samples are looked at, so it waits for a pause in typing. */
const settleMs = 400;

interface SeenEntriesProps {
  readonly map: string;
  readonly rows: Readonly<Record<string, unknown>>;
}

/** The entries of a value map with the number of samples in which this field looks them up. */
export const SeenEntries = ({ map, rows: entries }: SeenEntriesProps) => {
  const seen = useSeen(map);
  const { rows, gaps, hidden, hasFallback } = entryRows(entries, seen);
  if (rows.length === 0 && hidden === 0) return null;
  return (
    <>
      {gaps > 0 && (
        <p role="status" className={classNames('text-small', hasFallback ? 'text-muted' : 'text-review')}>
          {countText(gaps, 'value')} of the samples {gaps === 1 ? 'has' : 'have'} no entry
          {hasFallback && ` of ${gaps === 1 ? 'its' : 'their'} own`}. Open the value map to add{' '}
          {gaps === 1 ? 'it' : 'them'}.
        </p>
      )}
      {hidden > 0 && (
        <p className="text-small text-muted">
          {countText(hidden, 'more value')} without an entry {hidden === 1 ? 'is' : 'are'} personal data and not shown.
        </p>
      )}
      <table aria-label="Entries of the value map" className="w-full table-fixed text-small" hidden={rows.length === 0}>
        <tbody>
          {rows.slice(0, mostRows).map((row) => (
            <tr key={row.key} className="border-b border-line">
              <th scope="row" className="truncate py-0.5 pr-2 text-left font-mono font-normal" title={row.key}>
                {row.kind === 'fallback' ? <span className="font-sans">any other value</span> : row.key}
              </th>
              <td className="truncate py-0.5 pr-2 font-mono">
                {row.kind === 'gap' ? (
                  <span className={classNames('font-sans', hasFallback ? 'text-muted' : 'text-review')}>
                    {hasFallback ? 'no entry of its own' : 'no entry'}
                  </span>
                ) : (
                  <span className="text-live">{shown(entries[row.key])}</span>
                )}
              </td>
              {seen !== undefined && (
                <td className="w-24 py-0.5 text-right text-muted tabular-nums">{seenText(row)}</td>
              )}
            </tr>
          ))}
          {rows.length > mostRows && (
            <tr>
              <td colSpan={2} className="py-0.5 text-muted">
                and {rows.length - mostRows} more
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </>
  );
};

function seenText({ kind, seen }: EntryRow): string {
  if (kind === 'fallback') return countText(seen ?? 0, 'value');
  if (seen === undefined) return 'not known';
  return seen === 0 ? 'never seen' : countText(seen, 'sample');
}

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const useSeen = (map: string): readonly SeenValue[] | undefined => {
  const { lookups } = useFormScope();
  const [seen, setSeen] = useState<readonly SeenValue[]>();
  useEffect(() => {
    let isStale = false;
    const timer = setTimeout(() => {
      void lookups(map).then((found) => {
        if (!isStale) setSeen(found);
      });
    }, settleMs);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [lookups, map]);
  return seen;
};
