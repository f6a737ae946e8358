'use client';
import { useId, useMemo, useState, type KeyboardEvent } from 'react';
import { useRouter } from 'next/navigation';
import { Dialog } from 'radix-ui';
import { Search } from 'lucide-react';
import { classNames } from '#ui/class-names.ts';
import { useWorkspace } from '../workspace/workspace-context.ts';
import { navigation } from './navigation.ts';
import { useFindTargets, usePageActions } from './page-commands.ts';
import { useFoundCommands, type Command } from './use-found-commands.tsx';

interface CommandPaletteProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** Search and navigation: pages appear at once, records as soon as the server finds them. */
export const CommandPalette = ({ isOpen, onOpenChange }: CommandPaletteProps) => (
  <Dialog.Root open={isOpen} onOpenChange={onOpenChange}>
    <Dialog.Portal>
      <Dialog.Overlay className="fixed inset-0 z-40 bg-sunken/70" />
      <Dialog.Content
        aria-describedby={undefined}
        className="fixed top-[12vh] left-1/2 z-50 flex max-h-[70vh] w-[calc(100vw-24px)] max-w-xl -translate-x-1/2 flex-col overflow-hidden rounded-lg border border-line bg-raised shadow-float"
      >
        <Dialog.Title className="sr-only">Search or jump to</Dialog.Title>
        <Palette onDone={() => onOpenChange(false)} />
      </Dialog.Content>
    </Dialog.Portal>
  </Dialog.Root>
);

const Palette = ({ onDone }: { readonly onDone: () => void }) => {
  const router = useRouter();
  const listId = useId();
  const [text, setText] = useState('');
  const [index, setIndex] = useState(0);
  const actions = useActionCommands(text);
  const pages = usePageCommands(text);
  const found = useFoundCommands(text);
  const targets = useTargetCommands(text);
  const commands = useMemo(() => [...actions, ...targets, ...pages, ...found], [actions, targets, pages, found]);
  const chosen = commands[Math.min(index, commands.length - 1)];
  const go = (command: Command | undefined) => {
    if (command === undefined) return;
    onDone();
    if ('href' in command) router.push(command.href);
    // The palette first gives the focus back, so that the command finds it where it was.
    else requestAnimationFrame(() => requestAnimationFrame(command.run));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setIndex((index + step + commands.length) % Math.max(1, commands.length));
    else if (event.key === 'Enter') go(chosen);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div className="flex items-center gap-2 border-b border-line px-3">
        <Search aria-hidden className="size-4 text-muted" />
        <input
          role="combobox"
          aria-label="Search flows, mappings, runs, exceptions and pages"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={chosen === undefined ? undefined : `${listId}-${chosen.id}`}
          autoComplete="off"
          placeholder="A command, a name, a business key or an id…"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setIndex(0);
          }}
          onKeyDown={onKeyDown}
          className="h-11 flex-1 bg-transparent text-heading outline-none"
        />
      </div>
      <div id={listId} role="listbox" aria-label="Results" className="flex flex-col min-h-0 overflow-auto p-1">
        {commands.map((command) => (
          <Option
            key={command.id}
            id={`${listId}-${command.id}`}
            command={command}
            isChosen={command === chosen}
            onChoose={() => go(command)}
          />
        ))}
        {commands.length === 0 && <p className="px-3 py-6 text-center text-muted">Nothing matches “{text}”.</p>}
      </div>
    </>
  );
};

interface OptionProps {
  readonly id: string;
  readonly command: Command;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

const Option = ({ id, command, isChosen, onChoose }: OptionProps) => (
  <button
    type="button"
    tabIndex={-1}
    id={id}
    role="option"
    aria-selected={isChosen}
    onClick={onChoose}
    className={classNames(
      'flex min-h-9 shrink-0 items-center gap-2.5 rounded-md px-2.5 py-1 text-left [&_svg]:size-4 [&_svg]:text-muted',
      isChosen && 'bg-accent-soft',
    )}
  >
    {command.icon}
    <span className="min-w-0 flex-1 truncate">{command.label}</span>
    <span className="shrink-0 text-small text-muted">{command.hint}</span>
  </button>
);

/** What the open page can do, as soon as somebody types; before that, the pages come first. */
const useActionCommands = (text: string): readonly Command[] => {
  const offered = usePageActions();
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return [];
  return offered
    .filter(({ label }) => label.toLowerCase().includes(wanted))
    .map((command) => ({ ...command, id: `action-${command.id}` }));
};

/** Places of the open document: its steps and fields, by name or id. */
const useTargetCommands = (text: string): readonly Command[] => {
  const wanted = text.trim().toLowerCase();
  // A document that is opened while somebody types is searched as soon as it is there.
  const find = useFindTargets();
  return useMemo(
    () => (wanted === '' ? [] : find(wanted).map((target, index) => ({ ...target, id: `target-${index}` }))),
    [find, wanted],
  );
};

const usePageCommands = (text: string): readonly Command[] => {
  const { pathTo } = useWorkspace();
  const wanted = text.trim().toLowerCase();
  return navigation
    .filter(({ label }) => label.toLowerCase().includes(wanted))
    .map(({ path, label, icon: Icon, key }) => ({
      id: `page-${path}`,
      label,
      hint: `g ${key}`,
      icon: <Icon aria-hidden />,
      href: path === '' ? pathTo() : pathTo(path),
    }));
};
