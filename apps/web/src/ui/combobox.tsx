'use client';
import { useId, useRef, useState, type KeyboardEvent, type ReactNode, type RefObject } from 'react';
import { Popover } from 'radix-ui';
import { classNames } from './class-names.ts';
import { Input } from './input.tsx';
import { matchingOptions, type ComboboxOption } from './matching-options.ts';
import { floatClasses } from './menu-classes.ts';

interface ComboboxProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly ComboboxOption[];
  readonly label: string;
  readonly placeholder?: string;
  readonly isReadOnly?: boolean;
  readonly isInvalid?: boolean;
  readonly describedBy?: string | undefined;
  /** Called instead of `onChange` when an option of the list was chosen. */
  readonly onChoose?: (value: string) => void;
  /** Called with what was typed when the person is done with it: at Enter without an option, and when leaving. */
  readonly onCommit?: (value: string) => void;
  /** Called for Escape while the list is closed. */
  readonly onCancel?: () => void;
}

const mostShown = 100;
/** No option is active until somebody types or moves to one: Enter then keeps the text as it is. */
const nothing = -1;

/** A text that can be typed freely, with a list to choose from: field names, for example. */
export const Combobox = (props: ComboboxProps) => {
  const { value, onChange, label, placeholder, isReadOnly = false } = props;
  const { isOpen, setIsOpen, setIsTyping, isTyping, active, setActive, shown, choose, onKeyDown } = useList(props);
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  return (
    <Popover.Root open={isOpen && shown.length > 0 && !isReadOnly} onOpenChange={setIsOpen}>
      <Popover.Anchor asChild>
        <Input
          ref={input}
          role="combobox"
          aria-label={label}
          aria-expanded={isOpen}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={isOpen && active !== nothing ? `${listId}-${active}` : undefined}
          aria-describedby={props.describedBy}
          aria-invalid={props.isInvalid === true ? true : undefined}
          value={value}
          placeholder={placeholder}
          readOnly={isReadOnly}
          spellCheck={false}
          className="font-mono text-code"
          onFocus={() => {
            setIsOpen(true);
            setActive(nothing);
          }}
          onBlur={() => {
            setIsOpen(false);
            if (isTyping) props.onCommit?.(value);
            setIsTyping(false);
          }}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            onChange(event.target.value);
            setIsTyping(true);
            setIsOpen(true);
            setActive(event.target.value === '' ? nothing : 0);
          }}
        />
      </Popover.Anchor>
      <OptionsBelow
        owner={input}
        list={<Options id={listId} options={shown} active={active} onChoose={choose} label={label} />}
      />
    </Popover.Root>
  );
};

/** The list below the input: what it shows, and which option the keyboard is at. */
const useList = ({ value, options, onChange, onChoose, onCommit, onCancel }: ComboboxProps) => {
  const [isOpen, setIsOpen] = useState(false);
  const [isTyping, setIsTyping] = useState(false);
  const [active, setActive] = useState(nothing);
  const shown = (isTyping ? matchingOptions(options, value) : options).slice(0, mostShown);
  const choose = (chosen: ComboboxOption | undefined) => {
    if (chosen === undefined) onCommit?.(value);
    else (onChoose ?? onChange)(chosen.value);
    setIsOpen(false);
    setIsTyping(false);
    setActive(nothing);
  };
  const move = (offset: number) => {
    setIsOpen(true);
    setActive(Math.min(shown.length - 1, Math.max(0, active + offset)));
  };
  const option = shown[active];
  const onKeyDown = keyHandler({
    isOpen,
    move,
    choose: option === undefined && onCommit === undefined ? undefined : () => choose(option),
    close: () => setIsOpen(false),
    cancel: onCancel,
  });
  return { isOpen, setIsOpen, isTyping, setIsTyping, active, setActive, shown, choose, onKeyDown };
};

interface OptionsBelowProps {
  readonly owner: RefObject<HTMLInputElement | null>;
  readonly list: ReactNode;
}

const OptionsBelow = ({ owner, list }: OptionsBelowProps) => (
  <Popover.Portal>
    <Popover.Content
      align="start"
      sideOffset={4}
      onOpenAutoFocus={(event) => event.preventDefault()}
      onInteractOutside={(event) => event.target === owner.current && event.preventDefault()}
      className={classNames(floatClasses, 'max-h-80 w-112 max-w-[90vw] overflow-auto')}
    >
      {list}
    </Popover.Content>
  </Popover.Portal>
);

interface ListKeys {
  readonly isOpen: boolean;
  readonly move: (offset: number) => void;
  /** Absent when Enter has nothing to choose or to commit: then it belongs to the form around. */
  readonly choose: (() => void) | undefined;
  readonly close: () => void;
  readonly cancel: (() => void) | undefined;
}

const keyHandler =
  ({ isOpen, move, choose, close, cancel }: ListKeys) =>
  (event: KeyboardEvent): void => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && isOpen) {
      if (choose === undefined) return close();
      event.preventDefault();
      choose();
    } else if (event.key === 'Escape' && isOpen) {
      event.stopPropagation();
      close();
    } else if (event.key === 'Escape' && cancel !== undefined) {
      event.stopPropagation();
      cancel();
    }
  };

interface OptionsProps {
  readonly id: string;
  readonly label: string;
  readonly options: readonly ComboboxOption[];
  readonly active: number;
  readonly onChoose: (option: ComboboxOption) => void;
}

const Options = ({ id, label, options, active, onChoose }: OptionsProps) => (
  <div id={id} role="listbox" aria-label={label} tabIndex={-1}>
    {options.map((option, index) => (
      <div
        key={option.value}
        id={`${id}-${index}`}
        role="option"
        tabIndex={-1}
        aria-selected={index === active}
        ref={index === active ? showActive : undefined}
        title={option.hint}
        onMouseDown={(event) => {
          event.preventDefault();
          onChoose(option);
        }}
        className={classNames(
          'flex min-h-7 cursor-default items-center gap-3 rounded-sm px-2 py-0.5 hover:bg-hover',
          index === active && 'bg-hover',
        )}
      >
        <span className="flex min-w-0 flex-1 flex-col">
          {option.names !== undefined && <Names names={option.names} />}
          <PathEnd className={option.names === undefined ? 'text-code' : 'text-small text-muted'} path={option.value} />
        </span>
        {option.detail !== undefined && (
          <span className="max-w-2/5 shrink-0 truncate text-small text-muted">{option.detail}</span>
        )}
      </div>
    ))}
  </div>
);

/** The last name says what is chosen, so the names before it are cut first. */
const Names = ({ names }: { readonly names: readonly string[] }) => (
  <span className="flex min-w-0 whitespace-pre">
    {names.length > 1 && <span className="truncate pr-1 text-muted">{names.slice(0, -1).join(' › ')} </span>}
    <span className="max-w-full shrink-0 truncate">{`${names.length > 1 ? '› ' : ''}${names.at(-1) ?? ''}`}</span>
  </span>
);

/** A path that is too long loses its beginning, because its end says what is chosen. */
const PathEnd = ({ path, className }: { readonly path: string; readonly className: string }) => (
  <span className={classNames('truncate text-left font-mono [direction:rtl]', className)}>
    <bdi className="[direction:ltr]">{path}</bdi>
  </span>
);

/** Scrolls the option that was selected with the arrow keys into view. */
const showActive = (option: HTMLElement | null): void => option?.scrollIntoView({ block: 'nearest' });
