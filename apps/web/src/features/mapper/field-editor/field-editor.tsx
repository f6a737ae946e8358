'use client';
import { useMemo } from 'react';
import { CircleAlert, Code, Trash } from 'lucide-react';
import {
  expressionOf,
  isBlank,
  noteOf,
  objectsAround,
  sentenceOf,
  variablesFor,
  type FieldPath,
} from '@throughline/core/mapping/fields';
import { Button } from '#ui/button.tsx';
import { Select } from '#ui/select.tsx';
import { allowedValues } from './allowed-values.ts';
import { DraftArea } from './draft-input.tsx';
import type { FieldEditorProps } from './field-editor-props.ts';
import { FieldFacts } from './field-facts.tsx';
import { fieldEditorId } from './focus-field-editor.ts';
import { choiceOf, choiceOptions, isReplacement, startChoice, type FormChoice } from './form-choices.ts';
import { FormScopeContext, useFormScope, type FormScope } from './form-scope.ts';
import { KindFields } from './kind-fields.tsx';
import { ConstantInput } from './kinds/constant-input.tsx';
import { nameOfField } from './name-of-field.ts';
import { objectFieldsOf } from './object-fields-of.ts';
import { SourceInput } from './source-input.tsx';
import { itemOptions, sourceOptions, type SourcePlace } from './source-options.ts';
import { fieldShapes } from '../use-shapes.ts';
import { useFieldDraft, type FieldDraft } from './use-field-draft.ts';
import { useLookups } from './use-lookups.ts';

/** How the selected target field gets its value, without code: what kind of value, and what it is made of. */
export const FieldEditor = (props: FieldEditorProps) => {
  const { text, target, isReadOnly, onEdit } = props;
  const draft = useFieldDraft({ text, target, shapes: fieldShapes(props.shapes), onEdit });
  const scope = useScope(props);
  // Inputs belong to one field; another field starts with new ones.
  return (
    <FormScopeContext value={scope}>
      <section
        key={target.join('\n')}
        id={fieldEditorId}
        aria-label={`Value of ${target.join('.')}`}
        className="flex flex-col gap-2"
      >
        <Chooser draft={draft} />
        {draft.isSet && draft.problem === undefined && <p aria-label="In words">{scope.say(draft.form)}</p>}
        <OwnFields draft={draft} />
        {draft.problem !== undefined && (
          <p role="status" className="flex items-start gap-1 text-small text-review">
            <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
            {draft.problem}
          </p>
        )}
        {draft.replace !== undefined && !isReadOnly && (
          <Button className="self-start" onClick={draft.replace}>
            Replace what is there
          </Button>
        )}
        <FieldFacts {...props} />
        {draft.isSet && <TextAndNote {...{ text, target, draft, isReadOnly }} />}
      </section>
    </FormScopeContext>
  );
};

const Chooser = ({ draft }: { readonly draft: FieldDraft }) => {
  const { isReadOnly } = useFormScope();
  const { form, isSet, change, begin, remove } = draft;
  const choice = choiceOf(form);
  const choose = (next: FormChoice) => {
    const started = startChoice(next, form);
    if (isReplacement(started, isSet)) begin(started);
    else change(started);
  };
  return (
    <div className="flex items-center gap-1">
      <Select
        aria-label="How the field is filled"
        className="min-w-0 flex-1"
        value={!isSet && isBlank(form) && draft.problem === undefined ? undefined : choice}
        isDisabled={isReadOnly}
        placeholder="Not set. Choose how it is filled…"
        options={choiceOptions('field')}
        onChange={(next) => choose(next as FormChoice)}
      />
      {isSet && !isReadOnly && (
        <Button
          variant="ghost"
          size="icon"
          aria-label="Remove the field from the mapping"
          title="Remove the field from the mapping"
          icon={<Trash aria-hidden />}
          onClick={remove}
        />
      )}
    </div>
  );
};

const OwnFields = ({ draft: { form, change } }: { readonly draft: FieldDraft }) => {
  const { allowed } = useFormScope();
  // Most fields come from a source field, so that can be chosen at once.
  if (isBlank(form)) return <SourceInput label="Source field" form={form} onChange={change} />;
  switch (form.kind) {
    case 'constant':
      return <ConstantInput label="Value" form={form} onChange={change} allowed={allowed} />;
    case 'source':
      return <SourceInput label="Source field" form={form} onChange={change} />;
    case 'object':
      return <p className="text-muted">It has fields of its own, below it in the target.</p>;
    case 'text':
      return <p className="text-muted">{form.reason} Change it in its text below.</p>;
    default:
      return <KindFields label="Value" form={form} onChange={change} />;
  }
};

interface TextAndNoteProps extends Pick<FieldEditorProps, 'text' | 'target' | 'isReadOnly'> {
  readonly draft: FieldDraft;
}

const TextAndNote = ({ text, target, draft, isReadOnly }: TextAndNoteProps) => (
  <>
    <div className="flex flex-col gap-1">
      <h4 className="flex items-center gap-1 text-small font-medium">
        <Code aria-hidden className="size-3.5 text-muted" />
        Text
      </h4>
      <DraftArea
        label="Text of the field"
        value={expressionOf(text, target) ?? ''}
        isReadOnly={isReadOnly}
        isCode
        onCommit={draft.setExpression}
      />
    </div>
    <div className="flex flex-col gap-1">
      <h4 className="text-small font-medium">Note</h4>
      <DraftArea
        label="Note on the field"
        value={noteOf(text, target) ?? ''}
        isReadOnly={isReadOnly}
        placeholder="Why the field is filled this way"
        rows={1}
        onCommit={draft.setNote}
      />
    </div>
  </>
);

/** What the forms can choose from at the place of the field. */
const useScope = (props: FieldEditorProps): FormScope => {
  const { text, target, shapes, request, isReadOnly } = props;
  const lookups = useLookups(props);
  const sample = useMemo((): unknown => JSON.parse(request.input), [request.input]);
  const valueMaps = useMemo(() => JSON.parse(request.valueMaps) as FormScope['valueMaps'], [request.valueMaps]);
  const place = usePlace({ text, target, fields: shapes.sourceFields, sample });
  const options = useMemo(() => sourceOptions(place), [place]);
  return useMemo(() => {
    const { around } = place;
    const { context: sourceSchema = {}, target: targetSchema = {} } = shapes.scope;
    const nameOf = (path: FieldPath) => nameOfField(around, sourceSchema, path);
    return {
      isReadOnly,
      options,
      optionsWithin: (list) => itemOptions(place, list),
      valueMaps,
      lookups,
      allowed: allowedValues(targetSchema, target),
      fields: objectFieldsOf(targetSchema, target),
      say: (form) => sentenceOf(form, nameOf),
      Fields: KindFields,
    };
  }, [target, shapes, place, options, valueMaps, lookups, isReadOnly]);
};

interface PlaceInput extends Pick<SourcePlace, 'fields' | 'sample'>, Pick<FieldEditorProps, 'text' | 'target'> {}

/** Where the field is. Most edits of the text change nothing of it, and then it stays the same object. */
const usePlace = ({ text, target, fields, sample }: PlaceInput): SourcePlace => {
  const around = objectsAround(text, target).map(({ each }) => ({ each }));
  const reach = JSON.stringify({ around, variables: variablesFor(text, target) });
  return useMemo(
    () => ({ ...(JSON.parse(reach) as Pick<SourcePlace, 'around' | 'variables'>), fields, sample }),
    [reach, fields, sample],
  );
};
