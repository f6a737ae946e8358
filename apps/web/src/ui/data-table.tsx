'use client';
import type { KeyboardEvent, ReactNode } from 'react';
import Link from 'next/link';
import { classNames } from './class-names.ts';

export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** Classes of head and cells, for widths and alignment. */
  readonly className?: string;
  /** Hidden below 640 px. */
  readonly isWideOnly?: boolean;
}

interface DataTableProps<Row> {
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** The target of a row. The link is in the first column and covers the row. */
  readonly hrefOf?: (row: Row) => string;
  /** Extra classes of a row. */
  readonly rowClassName?: (row: Row) => string | undefined;
}

/** A semantic table whose rows open with a click or Enter; arrow keys move between them. */
export const DataTable = <Row,>({ label, columns, rows, keyOf, hrefOf, rowClassName }: DataTableProps<Row>) => (
  <div className="overflow-x-auto">
    <table aria-label={label} className="w-full border-collapse text-left">
      <thead>
        <tr className="border-b border-line">
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              className={classNames(
                'h-8 px-3 text-caps font-medium whitespace-nowrap text-muted first:pl-4 last:pr-4',
                column.isWideOnly === true && 'max-sm:hidden',
                column.className,
              )}
            >
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={keyOf(row)}
            className={classNames(
              'relative border-b border-line transition-colors last:border-b-0 focus-within:bg-hover',
              hrefOf !== undefined && 'hover:bg-hover',
              rowClassName?.(row),
            )}
          >
            {columns.map((column, index) => (
              <td
                key={column.key}
                className={classNames(
                  // A name without spaces must not push the other columns out of sight.
                  'h-10 px-3 py-1 align-middle first:pl-4 first:wrap-anywhere last:pr-4',
                  column.isWideOnly === true && 'max-sm:hidden',
                  column.className,
                )}
              >
                {index === 0 && hrefOf !== undefined ? (
                  <Link
                    href={hrefOf(row)}
                    data-row-link
                    onKeyDown={moveFocus}
                    prefetch={false}
                    className="after:absolute after:inset-0"
                  >
                    {column.cell(row)}
                  </Link>
                ) : (
                  column.cell(row)
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, j: 1, k: -1 };

const moveFocus = (event: KeyboardEvent<HTMLAnchorElement>): void => {
  const step = steps[event.key];
  if (step === undefined || event.metaKey || event.ctrlKey || event.altKey) return;
  const links = [...(event.currentTarget.closest('tbody')?.querySelectorAll<HTMLElement>('[data-row-link]') ?? [])];
  event.preventDefault();
  links[links.indexOf(event.currentTarget) + step]?.focus();
};
