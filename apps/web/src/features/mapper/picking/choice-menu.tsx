'use client';
import { DropdownMenu as Radix } from 'radix-ui';
import { classNames } from '#ui/class-names.ts';
import { floatClasses, itemClasses } from '#ui/menu-classes.ts';
import type { MapperTrees } from './mapper-trees.ts';
import type { PickingChoice } from './picking-state.ts';
import type { Picking } from './picking.ts';

interface ChoiceMenuProps {
  readonly choice: PickingChoice;
  readonly picking: Picking;
  readonly trees: MapperTrees;
}

/** What a line can mean, at the row of its target. */
export const ChoiceMenu = ({ choice, picking, trees }: ChoiceMenuProps) => {
  const { question, choices } = choice;
  const { left, top, width, height } = placeOf(choice.target, trees);
  return (
    <Radix.Root open modal={false} onOpenChange={(isOpen) => !isOpen && picking.cancel()}>
      <Radix.Trigger asChild>
        <span aria-hidden className="pointer-events-none fixed" style={{ left, top, width, height }} />
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align="start"
          sideOffset={2}
          collisionPadding={8}
          aria-label={question}
          // The row gets the focus, not the invisible trigger.
          onCloseAutoFocus={(event) => event.preventDefault()}
          className={classNames(floatClasses, 'max-w-md min-w-64')}
        >
          <Radix.Label className="px-2 pt-1 pb-1.5 text-small text-muted">{question}</Radix.Label>
          {choices.map((each) => (
            <Radix.Item key={each.key} className={itemClasses} onSelect={() => picking.choose(each)}>
              {each.label}
            </Radix.Item>
          ))}
          <Radix.Separator className="-mx-1 my-1 h-px bg-line" />
          <Radix.Item className={classNames(itemClasses, 'text-muted')} onSelect={() => picking.cancel()}>
            Leave it as it is
          </Radix.Item>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
};

function placeOf(target: string, { target: { fields } }: MapperTrees): DOMRect {
  const scroller = fields.scroller.current;
  const row = scroller?.querySelector(`[data-index="${fields.indexOf.get(target) ?? -1}"]`);
  return (row ?? scroller ?? document.body).getBoundingClientRect();
}
