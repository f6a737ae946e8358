'use client';
import { Fragment, type ReactNode } from 'react';
import { Check } from 'lucide-react';
import { DropdownMenu as Radix } from 'radix-ui';
import { classNames } from './class-names.ts';
import { floatClasses, itemClasses } from './menu-classes.ts';

export interface MenuItem {
  readonly label: string;
  readonly icon?: ReactNode;
  readonly hint?: string;
  readonly isChosen?: boolean;
  readonly isDisabled?: boolean;
  readonly isDangerous?: boolean;
  readonly onSelect: () => void;
}

export interface MenuSection {
  readonly title?: string;
  readonly items: readonly MenuItem[];
}

interface DropdownMenuProps {
  /** One focusable element. */
  readonly trigger: ReactNode;
  readonly sections: readonly MenuSection[];
  readonly align?: 'start' | 'end';
  readonly header?: ReactNode;
}

export const DropdownMenu = ({ trigger, sections, align = 'start', header }: DropdownMenuProps) => (
  <Radix.Root>
    <Radix.Trigger asChild>{trigger}</Radix.Trigger>
    <Radix.Portal>
      <Radix.Content align={align} sideOffset={4} className={classNames(floatClasses, 'min-w-48')}>
        {header}
        {sections.map((section, index) => (
          <Fragment key={section.title ?? index}>
            {(index > 0 || header !== undefined) && <Radix.Separator className="-mx-1 my-1 h-px bg-line" />}
            {section.title !== undefined && (
              <Radix.Label className="px-2 pt-1 pb-0.5 text-caps text-muted">{section.title}</Radix.Label>
            )}
            {section.items.map((item) => (
              <Item key={item.label} item={item} />
            ))}
          </Fragment>
        ))}
      </Radix.Content>
    </Radix.Portal>
  </Radix.Root>
);

const Item = ({ item }: { readonly item: MenuItem }) => (
  <Radix.Item
    disabled={item.isDisabled ?? false}
    onSelect={item.onSelect}
    className={classNames(itemClasses, item.isDangerous && 'text-failed')}
  >
    {item.icon}
    <span className="flex-1">{item.label}</span>
    {item.hint !== undefined && <span className="text-small text-muted">{item.hint}</span>}
    {item.isChosen === true && <Check aria-label="chosen" className="size-3.5 text-accent" />}
  </Radix.Item>
);
