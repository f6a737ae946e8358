'use client';
import type { FieldErrors } from '#features/workspace/field-errors.ts';
import { Field } from '#ui/field.tsx';
import { Input, Textarea } from '#ui/input.tsx';
import { RelativeTime } from '#ui/relative-time.tsx';
import { Notice } from '#ui/states.tsx';
import type { DraftRow } from './draft-row.ts';

interface SubmitFormProps {
  readonly title: string;
  readonly onTitle: (title: string) => void;
  /** True for an open change, which keeps its title, its description and its drafts. */
  readonly isTitleFixed: boolean;
  readonly description: string;
  readonly onDescription: (description: string) => void;
  readonly drafts: readonly DraftRow[];
  /** The draft for which the dialog was opened. */
  readonly ownId: string;
  readonly chosen: ReadonlySet<string>;
  readonly onChosen: (chosen: ReadonlySet<string>) => void;
  readonly errors: FieldErrors<'title' | 'description'>;
}

export const SubmitForm = (props: SubmitFormProps) => (
  <>
    <Field label="Title" isRequired error={props.errors.at.title}>
      {(control) => (
        <Input
          {...control}
          value={props.title}
          readOnly={props.isTitleFixed}
          maxLength={200}
          placeholder="What changes, in a few words"
          onChange={(event) => props.onTitle(event.target.value)}
        />
      )}
    </Field>
    {!props.isTitleFixed && (
      <Field label="Why" error={props.errors.at.description}>
        {(control) => (
          <Textarea
            {...control}
            value={props.description}
            placeholder="What the reviewer should know"
            onChange={(event) => props.onDescription(event.target.value)}
          />
        )}
      </Field>
    )}
    <DraftChoices {...props} />
    {props.errors.rest !== undefined && <Notice tone="fail">{props.errors.rest}</Notice>}
  </>
);

const kindNames: Readonly<Record<DraftRow['kind'], string>> = {
  flow: 'flow',
  mapping: 'mapping',
  'value-map': 'value map',
  entity: 'entity',
};

const DraftChoices = ({ drafts, ownId, chosen, onChosen }: SubmitFormProps) => (
  <fieldset>
    <legend className="mb-1 text-small font-medium">What goes in</legend>
    <ul className="max-h-56 overflow-auto rounded-md border border-line">
      {drafts.length === 0 && (
        <li className="px-3 py-2 text-muted">There is no draft to submit: nothing was changed.</li>
      )}
      {drafts.map(({ definitionId, name, kind, savedAt, savedByName, changeNumber }) => (
        <li key={definitionId} className="border-b border-line last:border-b-0">
          <label className="flex min-h-8 items-center gap-2.5 px-2.5 py-1 hover:bg-hover">
            <input
              type="checkbox"
              className="size-3.5 accent-accent"
              checked={chosen.has(definitionId)}
              disabled={definitionId === ownId || changeNumber !== null}
              onChange={(event) => onChosen(toggled(chosen, definitionId, event.target.checked))}
            />
            <span className="min-w-0 flex-1 truncate">{name}</span>
            <span className="text-small text-muted">{kindNames[kind]}</span>
            <span className="text-small text-muted">
              {savedByName}, <RelativeTime at={savedAt} />
            </span>
          </label>
        </li>
      ))}
    </ul>
  </fieldset>
);

function toggled(chosen: ReadonlySet<string>, id: string, isChosen: boolean): ReadonlySet<string> {
  const next = new Set(chosen);
  if (isChosen) next.add(id);
  else next.delete(id);
  return next;
}
