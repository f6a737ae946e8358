'use client';
import { GitFork } from 'lucide-react';
import { expression } from '@throughline/core/flow/field-value';
import { ConditionField } from '../form/condition-field.tsx';
import { Rows } from '../form/rows.tsx';
import { TextField } from '../form/text-field.tsx';
import { freshSlot } from './fresh-slot.ts';
import { defineStepView, type StepFormProps } from './step-view.ts';

const Form = ({ config, onChange }: StepFormProps<'branch'>) => (
  <Rows
    label="Cases"
    hint="The first case that holds is taken, else Otherwise. Removing a case removes its steps."
    items={config.cases}
    fewest={1}
    addLabel="Add case"
    create={() => ({
      slot: freshSlot(config.cases, 'case'),
      title: `Case ${config.cases.length + 1}`,
      when: expression(''),
    })}
    onChange={(cases) => onChange({ cases: [...cases] }, '/cases')}
    render={(item, index, change) => (
      <>
        <TextField
          label="Title"
          pointer={`/cases/${index}/title`}
          value={item.title}
          onChange={(title) => change({ ...item, title })}
        />
        <ConditionField
          label="When"
          pointer={`/cases/${index}/when`}
          value={item.when}
          onChange={(when) => change({ ...item, when })}
        />
      </>
    )}
  />
);

export const branchView = defineStepView('branch', {
  icon: GitFork,
  group: 'Path',
  keywords: 'if switch case condition router',
  newName: 'Branch',
  initial: () => ({ cases: [{ slot: 'case1', title: 'Case 1', when: expression('') }] }),
  describe: ({ cases }) => cases.map(({ title }) => title).join(' · '),
  Form,
});
