'use client';
import { Dialog } from '#ui/dialog.tsx';
import { navigation } from './navigation.ts';

interface KeysHelpProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

export const KeysHelp = ({ isOpen, onOpenChange }: KeysHelpProps) => (
  <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title="Keyboard shortcuts" size="large">
    {/* It has the focus, so that the arrow keys scroll it. */}
    <div
      role="group"
      aria-label="Keys"
      tabIndex={0}
      data-first-focus
      className="grid gap-x-8 gap-y-1 pb-2 outline-none sm:grid-cols-2"
    >
      <Group title="Everywhere" keys={everywhere} />
      <Group title="Go to" keys={navigation.map(({ key, label }) => [['g', key], label] as const)} />
      <Group title="In lists" keys={lists} />
      <Group title="Flow designer" keys={designer} />
      <Group title="Mapper" keys={mapper} />
    </div>
  </Dialog>
);

type KeyLine = readonly [keys: readonly string[], meaning: string];

const everywhere: readonly KeyLine[] = [
  [['Ctrl', 'K'], 'Search or jump to'],
  [['/'], 'Search this list'],
  [['?'], 'This help'],
  [['Esc'], 'Close what is open'],
];

const lists: readonly KeyLine[] = [
  [['↓', '↑'], 'Next, previous row'],
  [['j', 'k'], 'The same, without leaving home'],
  [['Enter'], 'Open'],
];

const designer: readonly KeyLine[] = [
  [['↓', '↑', '←', '→'], 'Next step in that direction'],
  [['Enter'], 'Open the step'],
  [['a'], 'Add a step below, or first on the line of a case'],
  [['Shift', 'A'], 'Add a step inside the selected one'],
  [['Esc'], 'Leave the form of the step'],
  [['Shift', '↓'], 'Select several steps'],
  [['Ctrl', 'click'], 'Select one more step'],
  [['Ctrl', 'A'], 'Select all steps'],
  [['m'], 'Move to any place, with the arrow keys'],
  [['Alt', '↓'], 'Move the step down, up, in or out'],
  [['d'], 'Disable or enable'],
  [['Ctrl', 'D'], 'Duplicate'],
  [['Ctrl', 'C'], 'Copy; also X to cut and V to paste, in any flow'],
  [['Delete'], 'Delete'],
  [['Ctrl', 'Z'], 'Undo'],
  [['Ctrl', 'Shift', 'Z'], 'Redo'],
];

const mapper: readonly KeyLine[] = [
  [['↓', '↑', '←', '→'], 'Move through the fields'],
  [['Enter'], 'Pick the field up, or connect the one that is held'],
  [['Space'], 'Select the field, and show its form'],
  [['='], 'Type a value for the target field'],
  [['Esc'], 'Put the field down'],
  [['Delete'], 'Remove the line of the field'],
  [['Ctrl', 'Space'], 'In the text: fields and functions to choose from'],
  [['Ctrl', 'Z'], 'Undo'],
  [['Ctrl', 'Shift', 'Z'], 'Redo'],
];

const Group = ({ title, keys }: { readonly title: string; readonly keys: readonly KeyLine[] }) => (
  <section className="mb-3">
    <h3 className="mb-1 text-caps font-medium text-muted">{title}</h3>
    <dl>
      {keys.map(([combination, meaning]) => (
        <div key={meaning} className="flex h-7 items-center justify-between gap-4">
          <dt>{meaning}</dt>
          <dd className="flex gap-1">
            {combination.map((key) => (
              <kbd
                key={key}
                className="min-w-5 rounded-sm border border-line-strong bg-sunken px-1 text-center font-sans text-caps"
              >
                {key}
              </kbd>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  </section>
);
