/**
 * How a field gets its value, in the terms of the person who fills it. Forms are plain data without positions: two
 * texts that say the same, in whatever layout, have the same form. A form holds forms where one value is made of
 * others.
 */
export type FieldForm =
  | ConstantForm
  | SourceForm
  | TemplateForm
  | FirstFilledForm
  | ConditionForm
  | CheckForm
  | ValueMapForm
  | DateForm
  | MoneyForm
  | ConversionForm
  | PartForm
  | FunctionForm
  | CalculationForm
  | ValuesForm
  | AggregateForm
  | ListForm
  | GroupForm
  | ObjectForm
  | TextForm;

export type FieldFormKind = FieldForm['kind'];
export type FormOf<Kind extends FieldFormKind> = Extract<FieldForm, { kind: Kind }>;

/** One step of a path: a field, or a variable with its `$` at the start. */
export interface PathStep {
  readonly name: string;
  /** Only the items for which this holds. */
  readonly only?: Condition;
  /** Only the item at this place: 0 for the first, -1 for the last. */
  readonly at?: number;
}
export type FieldPath = readonly PathStep[];

/** Rows that must all hold, or of which one must hold. */
export interface Condition {
  readonly match: 'all' | 'any';
  readonly rows: readonly ConditionRow[];
}
export type ConditionRow = ComparisonRow | StateRow | GroupRow;

export type Comparison = 'is' | 'is-not' | 'less' | 'at-most' | 'more' | 'at-least' | 'one-of' | 'none-of' | 'contains';
interface ComparisonRow {
  readonly kind: 'comparison';
  readonly left: FieldForm;
  readonly operator: Comparison;
  readonly right: FieldForm;
}
/** `filled` also means yes. Empty text, 0, no and an empty list are not filled. */
export type State = 'filled' | 'empty' | 'there' | 'missing';
interface StateRow {
  readonly kind: 'state';
  readonly value: FieldForm;
  readonly state: State;
}
interface GroupRow {
  readonly kind: 'group';
  readonly condition: Condition;
}

interface ConstantForm {
  readonly kind: 'constant';
  readonly value: string | number | boolean | null;
}
interface SourceForm {
  readonly kind: 'source';
  readonly path: FieldPath;
}
/** Texts and values one after the other. */
interface TemplateForm {
  readonly kind: 'template';
  readonly parts: readonly FieldForm[];
}
/** `filled` skips what is empty (`a ?: b`, or `a ? a : b` if written so), `there` only what is missing (`a ?? b`). */
interface FirstFilledForm {
  readonly kind: 'first-filled';
  readonly notation: 'filled' | 'filled-repeated' | 'there';
  readonly alternatives: readonly FieldForm[];
}
interface ConditionForm {
  readonly kind: 'condition';
  readonly cases: readonly { readonly when: Condition; readonly value: FieldForm }[];
  /** Absent if the field then stays empty. */
  readonly otherwise?: FieldForm;
}
/** Yes or no. */
interface CheckForm {
  readonly kind: 'check';
  readonly test: Condition;
}
interface ValueMapForm {
  readonly kind: 'value-map';
  readonly map: string;
  readonly value: FieldForm;
  readonly otherwise?: FieldForm;
}
interface DateForm {
  readonly kind: 'date';
  readonly how: 'date' | 'instant' | 'zone' | 'format' | 'parse';
  readonly value: FieldForm;
  readonly pattern?: string;
  readonly timeZone?: string;
}
interface MoneyForm {
  readonly kind: 'money';
  readonly amount: FieldForm;
  readonly currency: FieldForm;
  readonly places?: number;
}
interface ConversionForm {
  readonly kind: 'conversion';
  readonly to: 'text' | 'number' | 'decimal' | 'yes-or-no';
  readonly value: FieldForm;
}
/** What a regular expression finds first in a text; nothing if it finds nothing. */
interface PartForm {
  readonly kind: 'part';
  readonly value: FieldForm;
  readonly pattern: string;
}
/** A call of a function that has no form of its own; the name is without the `$`. */
interface FunctionForm {
  readonly kind: 'function';
  readonly name: string;
  readonly args: readonly FieldForm[];
}
interface CalculationForm {
  readonly kind: 'calculation';
  readonly operator: '+' | '-' | '*' | '/' | '%';
  readonly left: FieldForm;
  readonly right: FieldForm;
}
/** A list of these values. */
interface ValuesForm {
  readonly kind: 'values';
  readonly items: readonly FieldForm[];
}
export type Aggregate =
  | 'sum'
  | 'add'
  | 'min'
  | 'max'
  | 'average'
  | 'count'
  | 'join'
  | 'first'
  | 'last'
  | 'earliest'
  | 'latest';
interface AggregateForm {
  readonly kind: 'aggregate';
  readonly how: Aggregate;
  readonly list: FieldForm;
  readonly separator?: string;
}
export interface ListOrder {
  readonly by: FieldForm;
  readonly isDescending: boolean;
}
/** Each item of a list. */
interface ListForm {
  readonly kind: 'list';
  readonly from: FieldForm;
  readonly order: readonly ListOrder[];
  /** What each item becomes; absent if it stays as it is. */
  readonly item?: FieldForm;
  /** Names of the variables, with `$`, that hold the item and its place; absent if bare names read the item. */
  readonly variables?: readonly string[];
  /** True if one item, or none, still gives a list. */
  readonly isKept: boolean;
}
/** One item per different value of `by`; without variables, one entry per value in an object. */
interface GroupForm {
  readonly kind: 'group';
  readonly from: FieldPath;
  readonly by: FieldForm;
  readonly item: FieldForm;
  /** Names, with `$`, of the value that the items of a group share, and of those items. */
  readonly variables?: readonly [key: string, items: string];
}
/** It has fields of its own; the text is kept as it is. */
interface ObjectForm {
  readonly kind: 'object';
  readonly text: string;
}
/** Stays text, and says why. */
interface TextForm {
  readonly kind: 'text';
  readonly text: string;
  readonly reason: string;
}
