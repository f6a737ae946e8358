'use client';
import { useEffect, useState } from 'react';
import { countText } from '#ui/count-text.ts';
import type { SeenValues } from '../../evaluation/seen-work.ts';
import { useFormScope } from '../form-scope.ts';

const mostRows = 12;
/** All samples are looked at, so it waits for a pause in typing. */
const settleMs = 400;

interface SeenEntriesProps {
  readonly map: string;
  readonly rows: Readonly<Record<string, unknown>>;
}

/**
 * The entries of a value map with the number of samples in which this field looks them up: first what was looked up and
 * has no entry, last what was never looked up.
 */
export const SeenEntries = ({ map, rows }: SeenEntriesProps) => {
  const seen = useSeen(map);
  const counts = new Map(seen?.keys.map(({ key, samples }) => [key, samples]));
  const gaps = [...counts.keys()].filter((key) => !Object.hasOwn(rows, key));
  const entries = Object.keys(rows).toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  const all = [...gaps, ...entries];
  if (all.length === 0) return null;
  return (
    <>
      {gaps.length > 0 && (
        <p role="status" className="text-small text-review">
          {countText(gaps.length, 'value')} of the samples {gaps.length === 1 ? 'has' : 'have'} no entry. Open the value
          map to add {gaps.length === 1 ? 'it' : 'them'}.
        </p>
      )}
      {seen !== undefined && seen.personal > 0 && (
        <p className="text-small text-muted">
          {countText(seen.personal, 'value')} with personal data {seen.personal === 1 ? 'is' : 'are'} not shown.
        </p>
      )}
      <table aria-label="Entries of the value map" className="w-full table-fixed text-small">
        <tbody>
          {all.slice(0, mostRows).map((key) => (
            <tr key={key} className="border-b border-line">
              <th scope="row" className="truncate py-0.5 pr-2 text-left font-mono font-normal" title={key}>
                {key}
              </th>
              <td className="truncate py-0.5 pr-2 font-mono">
                {Object.hasOwn(rows, key) ? (
                  <span className="text-live">{shown(rows[key])}</span>
                ) : (
                  <span className="font-sans text-review">no entry</span>
                )}
              </td>
              {seen !== undefined && (
                <td className="w-24 py-0.5 text-right text-muted tabular-nums">
                  {counts.has(key) ? countText(counts.get(key) ?? 0, 'sample') : 'never seen'}
                </td>
              )}
            </tr>
          ))}
          {all.length > mostRows && (
            <tr>
              <td colSpan={2} className="py-0.5 text-muted">
                and {all.length - mostRows} more
              </td>
            </tr>
          )}
        </tbody>
      </table>
    </>
  );
};

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const useSeen = (map: string): SeenValues | undefined => {
  const { lookups } = useFormScope();
  const [seen, setSeen] = useState<SeenValues>();
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
