'use client';
import { createElement, useEffect, useLayoutEffect, useRef, type ComponentType } from 'react';
import { classNames } from '#ui/class-names.ts';
import { useHasFailed, useLater, type Later } from '#ui/later.ts';
import { NotLoaded } from '#ui/shown-later.tsx';
import './code-editor.css';

interface EditorLook {
  readonly value: string;
  readonly className?: string | undefined;
}

interface EditorLaterProps<Props extends EditorLook> {
  readonly editor: Later<ComponentType<Props>>;
  readonly props: Props;
  /** Something more urgent is under way. */
  readonly isWaiting?: boolean;
}

/** An editor whose code is a large part of a page. Until that is loaded, its text is shown. The focus goes over to it. */
export const EditorLater = <Props extends EditorLook>({ editor, props, isWaiting }: EditorLaterProps<Props>) => {
  const Editor = useLater(editor, isWaiting);
  const hasFailed = useHasFailed(editor);
  const host = useRef<HTMLDivElement>(null);
  const hadFocus = useRef(false);
  useEffect(() => {
    if (Editor === undefined || !hadFocus.current) return;
    hadFocus.current = false;
    host.current?.querySelector<HTMLElement>('.cm-content')?.focus();
  }, [Editor]);
  return (
    <div ref={host} className="contents">
      {hasFailed && <NotLoaded later={editor} />}
      {Editor === undefined ? (
        <TextOnly {...props} onGone={(isFocused) => (hadFocus.current = isFocused)} />
      ) : (
        createElement(Editor, props)
      )}
    </div>
  );
};

/** What fits on a screen. Laying out a long text would take longer than loading the editor. */
const mostShown = 4000;

interface TextOnlyProps extends EditorLook {
  readonly onGone: (isFocused: boolean) => void;
}

const TextOnly = ({ value, className, onGone }: TextOnlyProps) => {
  const text = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = text.current;
    return () => onGone(element !== null && document.activeElement === element);
  });
  return (
    <div className={classNames('code-editor overflow-auto', className)}>
      {/* It is no field yet. It has the class of one, because that is how a form finds its first field. */}
      <div
        ref={text}
        aria-busy
        tabIndex={-1}
        className="cm-content px-2 font-mono text-code whitespace-pre-wrap outline-none"
      >
        {value.slice(0, mostShown)}
      </div>
    </div>
  );
};
