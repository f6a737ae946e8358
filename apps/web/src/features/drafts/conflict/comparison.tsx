import { diffValues, type ValueChange } from '@throughline/core/flow/diff-values';
import { isStep, placeLabel } from '../place-label.ts';

interface ComparisonProps {
  readonly caption: string;
  readonly before: unknown;
  readonly after: unknown;
  /** What the two columns are called. */
  readonly titles: readonly [before: string, after: string];
}

const mostShown = 200;

/** Where two states of a document differ, place by place. */
export const Comparison = ({ caption, before, after, titles }: ComparisonProps) => {
  const found = diffValues(before, after);
  return (
    <table className="w-full table-fixed border-collapse text-left">
      <caption className="pb-1 text-left font-medium">
        {caption}{' '}
        <span className="font-normal text-muted">{found.length === 1 ? 'one place' : `${found.length} places`}</span>
      </caption>
      <thead>
        <tr className="border-b border-line text-caps text-muted">
          <th scope="col" className="w-1/3 py-1 font-medium">
            Place
          </th>
          {titles.map((title) => (
            <th key={title} scope="col" className="py-1 font-medium">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {found.slice(0, mostShown).map((change, index) => (
          // Something that was removed may have had the place of something that was added.
          <ChangeRow
            key={index}
            change={change}
            place={placeLabel('after' in change ? after : before, change.pointer)}
          />
        ))}
      </tbody>
    </table>
  );
};

const ChangeRow = ({ change, place }: { readonly change: ValueChange; readonly place: string }) => (
  <tr className="border-b border-line align-top font-mono text-code">
    <th scope="row" className="py-1 pr-2 text-left font-sans text-body font-normal break-words text-muted">
      {place}
    </th>
    <td className="py-1 pr-2 break-words whitespace-pre-wrap">{shown(change.before)}</td>
    <td className="py-1 break-words whitespace-pre-wrap">{shown(change.after)}</td>
  </tr>
);

const shown = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  if (isStep(value)) return `the step “${value.name}”`;
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
};
