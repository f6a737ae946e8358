import type { FieldForm, FieldFormKind, FormOf } from '@throughline/core/mapping/fields';

/** The inputs of one kind of form. A change may turn it into a form of another kind. */
export interface KindProps<Kind extends FieldFormKind> {
  readonly form: FormOf<Kind>;
  readonly onChange: (form: FieldForm) => void;
}
export interface LabelledKindProps<Kind extends FieldFormKind> extends KindProps<Kind> {
  readonly label: string;
}
