'use client';
import type { ReactNode } from 'react';
import { Check, ChevronDown } from 'lucide-react';
import { Select as Radix } from 'radix-ui';
import { classNames } from './class-names.ts';
import { controlClasses } from './input.tsx';
import { floatClasses, itemClasses } from './menu-classes.ts';
import { useNonce } from './nonce.tsx';

export interface SelectOption {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
  readonly icon?: ReactNode;
}

interface SelectProps {
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
  readonly options: readonly SelectOption[];
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
  readonly className?: string;
  readonly id?: string;
  readonly 'aria-label'?: string;
  readonly 'aria-describedby'?: string | undefined;
  readonly 'aria-invalid'?: true | undefined;
}

/**
 * Radix reserves the empty string for "nothing chosen", so an option with an empty value is represented by this name.
 */
const emptyValue = '__empty__';

export const Select = ({
  value,
  onChange,
  options,
  placeholder,
  isDisabled = false,
  className,
  ...rest
}: SelectProps) => {
  // Radix writes a style element for the list, which needs the nonce of the page's policy.
  const nonce = useNonce();
  return (
    <Radix.Root
      value={value === '' ? emptyValue : (value ?? '')}
      onValueChange={(next) => onChange(next === emptyValue ? '' : next)}
      disabled={isDisabled}
    >
      <Radix.Trigger
        {...rest}
        className={classNames(
          controlClasses,
          'inline-flex h-7 items-center justify-between gap-1.5 text-left',
          className,
        )}
      >
        <span className="truncate">
          <Radix.Value placeholder={<span className="text-muted">{placeholder ?? 'Choose…'}</span>} />
        </span>
        <Radix.Icon>
          <ChevronDown aria-hidden className="size-3.5 text-muted" />
        </Radix.Icon>
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          position="popper"
          sideOffset={4}
          className={classNames(floatClasses, 'max-h-80 min-w-(--radix-select-trigger-width) overflow-auto')}
        >
          <Radix.Viewport nonce={nonce}>
            {options.map((option) => (
              <Option key={option.value} option={option} />
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
};

const Option = ({ option: { value, label, hint, icon } }: { readonly option: SelectOption }) => (
  <Radix.Item value={value === '' ? emptyValue : value} aria-description={hint} className={itemClasses}>
    {icon}
    <Radix.ItemText>{label}</Radix.ItemText>
    {/* The hint describes the option and is not a part of its name, so it is no text of its own. */}
    {hint !== undefined && (
      <span
        aria-hidden
        data-hint={hint}
        className="ml-auto pl-4 text-small text-muted after:content-[attr(data-hint)]"
      />
    )}
    <Radix.ItemIndicator className={hint === undefined ? 'ml-auto' : ''}>
      <Check aria-hidden className="size-3.5 text-accent" />
    </Radix.ItemIndicator>
  </Radix.Item>
);
