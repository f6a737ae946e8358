'use client';
import { Columns3 } from 'lucide-react';
import { Rows } from '../form/rows.tsx';
import { TextField } from '../form/text-field.tsx';
import { freshSlot } from './fresh-slot.ts';
import { defineStepView, type StepFormProps } from './step-view.ts';

const Form = ({ config, onChange }: StepFormProps<'parallel'>) => (
  <Rows
    label="Branches"
    hint="All run in parallel; the flow continues when all are done. Removing a branch removes its steps."
    items={config.branches}
    fewest={2}
    addLabel="Add branch"
    create={() => ({ slot: freshSlot(config.branches, 'branch'), title: `Branch ${config.branches.length + 1}` })}
    onChange={(branches) => onChange({ branches: [...branches] }, '/branches')}
    render={(item, index, change) => (
      <TextField
        label="Title"
        pointer={`/branches/${index}/title`}
        value={item.title}
        onChange={(title) => change({ ...item, title })}
      />
    )}
  />
);

export const parallelView = defineStepView('parallel', {
  icon: Columns3,
  group: 'Path',
  keywords: 'side by side concurrent fork join',
  newName: 'In parallel',
  initial: () => ({
    branches: [
      { slot: 'branch1', title: 'Branch 1' },
      { slot: 'branch2', title: 'Branch 2' },
    ],
  }),
  describe: ({ branches }) => branches.map(({ title }) => title).join(' · '),
  Form,
});
