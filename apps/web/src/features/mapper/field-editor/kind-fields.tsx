'use client';
import type { KindFieldsProps } from './form-scope.ts';
import { AggregateFields } from './kinds/aggregate-fields.tsx';
import { CalculationFields } from './kinds/calculation-fields.tsx';
import { CaseRows } from './kinds/case-rows.tsx';
import { ConditionRows } from './kinds/condition-rows.tsx';
import { ConversionFields } from './kinds/conversion-fields.tsx';
import { DateFields } from './kinds/date-fields.tsx';
import { FirstFilledRows } from './kinds/first-filled-rows.tsx';
import { FunctionFields } from './kinds/function-fields.tsx';
import { GroupFields } from './kinds/group-fields.tsx';
import { ListFields } from './kinds/list-fields.tsx';
import { MoneyFields } from './kinds/money-fields.tsx';
import { ObjectFields } from './kinds/object-fields.tsx';
import { PartFields } from './kinds/part-fields.tsx';
import { TemplateRows } from './kinds/template-rows.tsx';
import { ValueMapFields } from './kinds/value-map-fields.tsx';
import { ValueRows } from './kinds/value-rows.tsx';

/** What a form of several parts needs. Forms of one part are inputs of their own. */
export const KindFields = ({ label, form, onChange }: KindFieldsProps) => {
  switch (form.kind) {
    case 'template':
      return <TemplateRows {...{ label, form, onChange }} />;
    case 'first-filled':
      return <FirstFilledRows {...{ label, form, onChange }} />;
    case 'condition':
      return <CaseRows {...{ label, form, onChange }} />;
    case 'check':
      return <ConditionRows label={label} condition={form.test} onChange={(test) => onChange({ ...form, test })} />;
    case 'value-map':
      return <ValueMapFields {...{ form, onChange }} />;
    case 'date':
      return <DateFields {...{ form, onChange }} />;
    case 'money':
      return <MoneyFields {...{ form, onChange }} />;
    case 'part':
      return <PartFields {...{ form, onChange }} />;
    case 'object':
      return <ObjectFields {...{ label, form, onChange }} />;
    case 'conversion':
      return <ConversionFields {...{ form, onChange }} />;
    case 'calculation':
      return <CalculationFields {...{ form, onChange }} />;
    case 'aggregate':
      return <AggregateFields {...{ form, onChange }} />;
    case 'list':
      return <ListFields {...{ form, onChange }} />;
    case 'group':
      return <GroupFields {...{ form, onChange }} />;
    case 'values':
      return <ValueRows {...{ label, form, onChange }} />;
    case 'function':
      return <FunctionFields {...{ form, onChange }} />;
    case 'constant':
    case 'source':
    case 'text':
      return null;
  }
};
