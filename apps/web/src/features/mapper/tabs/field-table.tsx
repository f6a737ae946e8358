'use client';
import { classNames } from '#ui/class-names.ts';
import type { Coverage } from '../coverage.ts';
import type { FieldFill } from '../evaluation/sample-work.ts';
import type { FieldNode } from '../target-fields.ts';
import type { FillRates } from './use-fill-rates.ts';

export interface TableRow {
  readonly id: string;
  readonly node: FieldNode | undefined;
  readonly expression: string;
  readonly span: { readonly from: number; readonly to: number } | undefined;
  readonly preview: string | undefined;
}

interface FieldTableProps {
  readonly rows: readonly TableRow[];
  readonly coverage: Coverage;
  readonly fill: FillRates;
  readonly onGoTo: (from: number, to: number) => void;
  readonly onPick: (node: FieldNode) => void;
}

/** One row per target field: its expression, its value in the sample, and how often it is filled. */
export const FieldTable = ({ rows, coverage, fill, onGoTo, onPick }: FieldTableProps) => (
  <div className="min-h-0 flex-1 overflow-auto">
    <table aria-label="Fields" className="w-full table-fixed border-collapse text-left">
      <thead className="sticky top-0 bg-raised">
        <tr className="border-b border-line text-caps text-muted">
          <th scope="col" className="h-8 w-3/12 px-3 font-medium">
            Target field
          </th>
          <th scope="col" className="h-8 px-3 font-medium">
            Expression
          </th>
          <th scope="col" className="h-8 w-32 px-3 font-medium">
            On this sample
          </th>
          {fill.size > 0 && (
            <th scope="col" className="h-8 w-24 px-3 font-medium" title="Of all samples but the made-up one">
              Filled
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Line
            key={row.id}
            row={row}
            isMissing={coverage.missing.some(({ id }) => id === row.id)}
            fill={fill.get(row.id)}
            hasFill={fill.size > 0}
            onGoTo={onGoTo}
            onPick={onPick}
          />
        ))}
      </tbody>
    </table>
  </div>
);

interface LineProps extends Pick<FieldTableProps, 'onGoTo' | 'onPick'> {
  readonly row: TableRow;
  readonly isMissing: boolean;
  readonly fill: FieldFill | undefined;
  readonly hasFill: boolean;
}

const Line = ({ row, isMissing, fill, hasFill, onGoTo, onPick }: LineProps) => {
  const { node, span } = row;
  const open = () => {
    if (node !== undefined) onPick(node);
    else if (span !== undefined) onGoTo(span.from, span.to);
  };
  return (
    <tr className="border-b border-line align-top hover:bg-hover">
      <td className="px-3 py-1 font-mono text-code break-words" title={node?.description}>
        <button type="button" onClick={open} className="max-w-full rounded-sm text-left break-words hover:underline">
          {row.id}
          {node?.isRequired === true && <span className="text-review">*</span>}
        </button>
        {node === undefined && <span className="ml-2 font-sans text-small text-review">not in the target</span>}
      </td>
      <td
        className={classNames(
          'px-3 py-1 font-mono text-code break-words whitespace-pre-wrap',
          row.expression === '' && 'text-muted',
        )}
      >
        {row.expression === '' ? (
          isMissing ? (
            <span className="text-failed">required, not set</span>
          ) : (
            '–'
          )
        ) : (
          <button
            type="button"
            title="Show it in the text"
            onClick={() => span !== undefined && onGoTo(span.from, span.to)}
            className="max-w-full rounded-sm text-left break-words whitespace-pre-wrap hover:underline"
          >
            {row.expression}
          </button>
        )}
      </td>
      <td className="truncate px-3 py-1 font-mono text-code text-live" title={row.preview}>
        {row.preview}
      </td>
      {hasFill && <td className="px-3 py-1">{fill !== undefined && <FillRate fill={fill} />}</td>}
    </tr>
  );
};

/** `12 of 40` with a bar. Failures are also written out, not only coloured. */
const FillRate = ({ fill: { filled, empty, failed } }: { readonly fill: FieldFill }) => {
  const total = filled + empty + failed;
  return (
    <span className="flex flex-col gap-0.5 pt-0.5 text-small tabular-nums">
      <span className={filled === 0 ? 'text-muted' : undefined}>
        {filled} of {total}
        {failed > 0 && <span className="text-failed"> · {failed} failed</span>}
      </span>
      <span aria-hidden className="h-1 w-full overflow-hidden rounded-full bg-hover">
        <span className="block h-full bg-live" style={{ width: `${total === 0 ? 0 : (filled / total) * 100}%` }} />
      </span>
    </span>
  );
};
