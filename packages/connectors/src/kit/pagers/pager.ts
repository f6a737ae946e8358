import type { SourceRecord } from '@throughline/core/connector';
import type { HttpRequest } from '../http-request.ts';

/** Where a list continues. It is part of a cursor, so it comes back from outside. */
export type Position = Readonly<Record<string, string | number>>;

export interface Page {
  readonly pageSize: number;
  /** The most records that are wanted over all pages. */
  readonly most?: number | undefined;
  /** Absent on the first page. */
  readonly position?: Position | undefined;
}

/** How a vendor hands out a list in pages. */
export interface Pager {
  /** The request for one page. */
  ask(request: HttpRequest, page: Page): HttpRequest;
  /** Where the list continues after this page; undefined on the last one. */
  next(body: unknown, page: Page, rows: readonly SourceRecord[]): Position | undefined;
  /** Where a list by id goes on when the vendor has forgotten a position; absent where it has to begin again. */
  resume?(position: Position): Position | undefined;
  /** Whether a position is one that this pager gave out. */
  isOurs(position: Position): boolean;
}

/** The value at a dotted path, such as `paging.next.after`. */
export function valueAt(body: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, name) =>
        typeof value === 'object' && value !== null && Object.hasOwn(value, name)
          ? Reflect.get(value, name)
          : undefined,
      body,
    );
}
