'use client';
import { useRef } from 'react';
import { CheckCheck, CircleCheck, Wrench } from 'lucide-react';
import type { MappingFix } from '@throughline/core/mapping/analysis';
import { Button } from '#ui/button.tsx';
import { countText } from '#ui/count-text.ts';
import { SeverityIcon } from '#ui/severity-icon.tsx';
import type { GhostField } from '../ghosts/ghost-work.ts';
import { likelyRenames } from '../ghosts/likely-renames.ts';
import type { MapperProblem } from '../mapper-problems.ts';

interface ProblemsTabProps {
  readonly problems: readonly MapperProblem[];
  readonly ghosts: readonly GhostField[];
  readonly text: string;
  readonly onJump: (problem: MapperProblem) => void;
  /** Absent if nothing may be edited. */
  readonly onFix: ((fix: MappingFix) => void) | undefined;
}

/** The problems, their positions, and their fixes. */
export const ProblemsTab = ({ problems, ghosts, text, onJump, onFix }: ProblemsTabProps) => {
  const container = useRef<HTMLDivElement>(null);
  const onChosen = (chosen: MappingFix): void => {
    onFix?.(chosen);
    // The button goes away with its problem, and the focus stays here.
    container.current?.focus();
  };
  const isEditable = onFix !== undefined;
  return (
    <div
      ref={container}
      role="region"
      aria-label="Problems"
      tabIndex={-1}
      className="h-full overflow-auto -outline-offset-2"
    >
      {isEditable && ghosts.length > 0 && <GhostBar ghosts={ghosts} onFix={onChosen} />}
      {problems.length === 0 ? (
        <p className="flex items-center gap-2 px-4 py-4 text-muted">
          <CircleCheck aria-hidden className="size-4 text-live" />
          Nothing is wrong.
        </p>
      ) : (
        <ul className="py-1">
          {problems.map((problem) => (
            <Line
              key={problem.id}
              problem={problem}
              text={text}
              onJump={onJump}
              onFix={isEditable ? onChosen : undefined}
            />
          ))}
        </ul>
      )}
    </div>
  );
};

type OnFix = (fix: MappingFix) => void;

interface LineProps extends Pick<ProblemsTabProps, 'text' | 'onJump' | 'onFix'> {
  readonly problem: MapperProblem;
}

const Line = ({ problem, text, onJump, onFix }: LineProps) => (
  <li className="flex flex-wrap items-start justify-end gap-x-2 pr-3 hover:bg-hover">
    <button
      type="button"
      onClick={() => onJump(problem)}
      className="flex min-w-0 flex-1 basis-64 items-start gap-2 py-1.5 pl-4 text-left"
    >
      <SeverityIcon severity={problem.severity} />
      <span className="min-w-0 flex-1">{problem.message}</span>
      {problem.at.kind === 'text' && (
        <span className="shrink-0 text-small text-muted tabular-nums">line {lineAt(text, problem.at.from)}</span>
      )}
    </button>
    {problem.fix !== undefined && onFix !== undefined && <FixButton fix={problem.fix} onFix={onFix} />}
  </li>
);

/** Accepts all likely renames together, as one step to undo. */
const GhostBar = ({ ghosts, onFix }: { readonly ghosts: readonly GhostField[]; readonly onFix: OnFix }) => {
  const likely = likelyRenames(ghosts);
  const title = likely.length === 1 ? 'Accept the likely rename' : `Accept all ${likely.length} likely renames`;
  return (
    <div className="flex flex-wrap items-center gap-3 border-b border-line bg-review-soft px-4 py-1.5">
      <p className="min-w-0 flex-1 basis-60">
        The text uses {countText(ghosts.length, 'field')} that {ghosts.length === 1 ? 'is' : 'are'} not in the schema.
        Nothing is lost: every expression stays as it is until you rename or change it.
      </p>
      {likely.length > 0 && (
        <Button
          icon={<CheckCheck aria-hidden />}
          onClick={() => onFix({ title, edits: likely.flatMap(({ edits }) => edits) })}
        >
          {title}
        </Button>
      )}
    </div>
  );
};

const FixButton = ({ fix, onFix }: { readonly fix: MappingFix; readonly onFix: OnFix }) => (
  <Button className="my-0.5" icon={<Wrench aria-hidden />} onClick={() => onFix(fix)}>
    {fix.title}
  </Button>
);

const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;
