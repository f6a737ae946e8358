'use client';
import { isBlank, readExpressionForm, writeField, type FieldForm } from '@throughline/core/mapping/fields';
import type { ComboboxOption } from '#ui/matching-options.ts';
import { Select } from '#ui/select.tsx';
import { ConstantInput } from './kinds/constant-input.tsx';
import { DraftArea } from './draft-input.tsx';
import { choiceOf, choiceOptions, startChoice, type FormChoice } from './form-choices.ts';
import { SourceInput } from './source-input.tsx';
import { useFormScope } from './form-scope.ts';

interface FormPartProps {
  /** Names the part for assistive technology, and above it unless `isLabelHidden`. */
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly form: FieldForm;
  readonly onChange: (form: FieldForm) => void;
  /** It can become the value of the target field, which may allow only some values. */
  readonly isResult?: boolean;
  readonly options?: readonly ComboboxOption[] | undefined;
}

/** A value inside a form, which is itself a form: its kind, and below what the kind needs. */
export const FormPart = (props: FormPartProps) => {
  const { label, isLabelHidden = false, form, onChange, isResult = false } = props;
  const { isReadOnly, Fields, fields } = useFormScope();
  const choice = choiceOf(form);
  const canBeObject = isResult && fields.length > 0;
  const isShort = isInline(choice) && !(choice === 'object' && canBeObject);
  return (
    <div className="flex min-w-0 flex-col gap-1">
      {!isLabelHidden && <span className="text-small font-medium">{label}</span>}
      <div className="flex min-w-0 flex-wrap items-start gap-1">
        <Select
          aria-label={`${label}: kind`}
          className="w-28 shrink-0"
          value={choice}
          isDisabled={isReadOnly}
          options={choiceOptions(canBeObject ? 'object' : 'value')}
          onChange={(next) => onChange(startChoice(next as FormChoice, form))}
        />
        {isShort && (
          <div className="min-w-24 flex-1 *:w-full [&_input]:w-full">
            <Inline {...props} />
          </div>
        )}
      </div>
      {!isShort && (
        <div className="ml-1 border-l border-line-strong pl-2">
          <Fields label={label} form={form} onChange={onChange} />
        </div>
      )}
    </div>
  );
};

const isInline = (choice: FormChoice): boolean =>
  choice === 'source' || choice === 'text' || choice === 'object' || choice.startsWith('fixed') || choice === 'null';

const Inline = ({ label, form, onChange, isResult = false, options }: FormPartProps) => {
  const { isReadOnly, allowed } = useFormScope();
  if (form.kind === 'constant')
    return <ConstantInput label={label} form={form} onChange={onChange} allowed={isResult ? allowed : []} />;
  if (form.kind === 'source' || isBlank(form)) return <SourceInput {...{ label, form, onChange, options }} />;
  return (
    <DraftArea
      label={label}
      value={writeField(form)}
      isReadOnly={isReadOnly}
      isCode
      onCommit={(text) => onChange(readExpressionForm(text))}
    />
  );
};
