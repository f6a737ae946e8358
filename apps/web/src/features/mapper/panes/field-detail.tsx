import type { ReactNode } from 'react';
import { classNames } from '#ui/class-names.ts';
import { previewText } from '../preview-text.ts';
import type { FieldNode } from '../target-fields.ts';

export interface FillRate {
  readonly filled: number;
  readonly total: number;
}

interface FieldDetailProps {
  readonly type: string;
  /** The value in the sample. */
  readonly value: ReactNode;
  /** The value is that of an earlier text. */
  readonly isStale?: boolean;
  readonly fill: FillRate | undefined;
}

/** Type, value and fill rate of a field, as far as the row has room for them. */
export const FieldDetail = ({ type, value, isStale = false, fill }: FieldDetailProps) => (
  <>
    <span className="hidden min-w-0 flex-1 truncate text-caps text-muted @min-[300px]:block">{type}</span>
    <span
      title={isStale ? 'From the last text that ran' : undefined}
      className={classNames('min-w-0 truncate font-mono text-[11.5px]', isStale ? 'text-muted italic' : 'text-live')}
    >
      {value}
    </span>
    {fill !== undefined && fill.filled < fill.total && <Fill {...fill} />}
  </>
);

/** Only shown if some samples have no value, because a full bar at every field tells nothing. */
const Fill = ({ filled, total }: FillRate) => (
  <span
    role="img"
    aria-label={`has a value in ${filled} of ${total} samples`}
    title={`Has a value in ${filled} of ${total} samples`}
    className="h-1 w-5 shrink-0 overflow-hidden rounded-full bg-line"
  >
    <span className="block h-full bg-edge" style={{ width: `${(filled / total) * 100}%` }} />
  </span>
);

export const isLeaf = ({ children }: FieldNode): boolean => children.length === 0;

/** What a record has in a field; nothing for an object, whose fields have rows of their own. */
export const valueText = (record: unknown, node: FieldNode): string | undefined =>
  isLeaf(node) || node.isList ? previewText(record, node.path) : undefined;
