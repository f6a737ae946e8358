import type { FieldFormKind } from '../field-form.ts';
import { aggregate } from './aggregate.ts';
import { calculation } from './calculation.ts';
import { call } from './call.ts';
import { check } from './check.ts';
import { condition } from './condition.ts';
import { constant } from './constant.ts';
import { conversion } from './conversion.ts';
import { date } from './date.ts';
import { firstFilled } from './first-filled.ts';
import type { FormKind } from './form-kind.ts';
import { group } from './group.ts';
import { list } from './list.ts';
import { money } from './money.ts';
import { object } from './object.ts';
import { part } from './part.ts';
import { source } from './source.ts';
import { template } from './template.ts';
import { text } from './text.ts';
import { valueMap } from './value-map.ts';
import { values } from './values.ts';

/** Every kind of form. An expression is of the first kind that can read it. */
export const formKinds = {
  constant,
  source,
  template,
  'first-filled': firstFilled,
  condition,
  check,
  'value-map': valueMap,
  date,
  money,
  conversion,
  part,
  calculation,
  aggregate,
  group,
  list,
  values,
  object,
  function: call,
  text,
} satisfies { readonly [Kind in FieldFormKind]: FormKind<Kind> };
