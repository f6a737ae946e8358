import { presentableDiff } from '@codemirror/merge';
import { TextDiff } from '../text-diff.tsx';

interface InlineDiffProps {
  readonly before: unknown;
  readonly after: unknown;
  readonly label: string;
  /** Texts longer than this are shown one below the other. */
  readonly isNarrow?: boolean;
}

/** Texts of at least this many lines are shown side by side, with equal parts folded. */
const mostLines = 14;

/** One value before and after, with the differing characters marked. */
export const InlineDiff = ({ before, after, label, isNarrow = false }: InlineDiffProps) => {
  const [was, is] = [textOf(before), textOf(after)];
  if (was === undefined || is === undefined) {
    return (
      <div className="overflow-hidden rounded-md border border-line font-mono text-code">
        {was !== undefined && (
          <Line sign="−" look="bg-failed-soft" pieces={[{ start: 0, text: was, isMarked: false }]} />
        )}
        {is !== undefined && <Line sign="+" look="bg-live-soft" pieces={[{ start: 0, text: is, isMarked: false }]} />}
      </div>
    );
  }
  if (was.split('\n').length > mostLines || is.split('\n').length > mostLines) {
    return (
      <TextDiff
        before={was}
        after={is}
        language={typeof after === 'string' ? 'jsonata' : 'json'}
        label={label}
        isNarrow={isNarrow}
      />
    );
  }
  const changes = presentableDiff(was, is);
  return (
    <div className="overflow-hidden rounded-md border border-line font-mono text-code">
      <Line
        sign="−"
        look="bg-failed-soft"
        mark="bg-failed/22"
        pieces={piecesOf(
          was,
          changes.map(({ fromA, toA }) => [fromA, toA]),
        )}
      />
      <Line
        sign="+"
        look="bg-live-soft"
        mark="bg-live/22"
        pieces={piecesOf(
          is,
          changes.map(({ fromB, toB }) => [fromB, toB]),
        )}
      />
    </div>
  );
};

interface Piece {
  /** Its position in the whole text. */
  readonly start: number;
  readonly text: string;
  readonly isMarked: boolean;
}

interface LineProps {
  readonly sign: '−' | '+';
  readonly look: string;
  readonly mark?: string;
  readonly pieces: readonly Piece[];
}

const Line = ({ sign, look, mark = '', pieces }: LineProps) => (
  <div className={`flex gap-2 px-2 py-0.5 ${look}`}>
    <span aria-hidden className={sign === '+' ? 'text-live' : 'text-failed'}>
      {sign}
    </span>
    <span className="sr-only">{sign === '+' ? 'After:' : 'Before:'}</span>
    <span className="min-w-0 flex-1 break-words whitespace-pre-wrap">
      {pieces.map(({ text, start, isMarked }) =>
        isMarked ? (
          <mark key={start} className={`rounded-xs text-text ${mark}`}>
            {text}
          </mark>
        ) : (
          text
        ),
      )}
    </span>
  </div>
);

function piecesOf(text: string, ranges: readonly (readonly number[])[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const [from = 0, to = 0] of ranges) {
    pieces.push(
      { start: at, text: text.slice(at, from), isMarked: false },
      { start: from, text: text.slice(from, to), isMarked: true },
    );
    at = to;
  }
  return [...pieces, { start: at, text: text.slice(at), isMarked: false }].filter((piece) => piece.text !== '');
}

const textOf = (value: unknown): string | undefined => {
  if (value === undefined) return undefined;
  if (typeof value === 'string') return value;
  return isFlat(value)
    ? Object.entries(value)
        .map(([name, part]) => `${name}: ${String(part)}`)
        .join('\n')
    : JSON.stringify(value, null, 2);
};

type Scalar = string | number | boolean | null;

/** A row such as a rule or a case is easier to read as lines than as JSON. */
const isFlat = (value: unknown): value is Readonly<Record<string, Scalar>> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((part) => part === null || typeof part !== 'object');
