'use client';
import { initialsOf } from '#features/workspace/initials-of.ts';
import { useWorkspace } from '#features/workspace/workspace-context.ts';
import { Tooltip } from '#ui/tooltip.tsx';
import { peopleHere, presenceSentence, type PresentTab } from './people-here.ts';

interface PresentPeopleProps {
  readonly tabs: readonly PresentTab[];
  /** What another tab has selected, in words; undefined if it is not in this draft. */
  readonly wordsFor: (place: string) => string | undefined;
}

const mostShown = 4;

/** Who else has the draft open: their initials, and in words where they are. */
export const PresentPeople = ({ tabs, wordsFor }: PresentPeopleProps) => {
  const { person } = useWorkspace();
  const people = peopleHere(tabs, person.id, wordsFor);
  if (people.length === 0) return null;
  const rest = people.slice(mostShown);
  return (
    <ul aria-label="Also in this draft" className="flex items-center">
      {people.slice(0, mostShown).map((each) => (
        <Face
          key={each.userId}
          initials={each.isOneself ? 'me' : initialsOf(each.name)}
          text={presenceSentence(each)}
        />
      ))}
      {rest.length > 0 && <Face initials={`+${rest.length}`} text={rest.map(presenceSentence).join(' ')} />}
    </ul>
  );
};

const Face = ({ initials, text }: { readonly initials: string; readonly text: string }) => (
  <li className="-ml-1 first:ml-0">
    <Tooltip text={text} side="bottom">
      <span
        tabIndex={0}
        className="grid size-6 place-items-center rounded-full border border-raised bg-waiting-soft text-caps font-semibold text-waiting"
      >
        <span aria-hidden>{initials}</span>
        <span className="sr-only">{text}</span>
      </span>
    </Tooltip>
  </li>
);
