'use client';
import { useEffect, useRef, useState } from 'react';
import { json } from '@codemirror/lang-json';
import { MergeView, unifiedMergeView } from '@codemirror/merge';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import { codeHighlighting, jsonataLanguage } from '#features/jsonata/jsonata-language.ts';
import { useNonce } from '#ui/nonce.tsx';
import '#features/jsonata/code-editor.css';

interface TextDiffProps {
  readonly before: string;
  readonly after: string;
  readonly language: 'json' | 'jsonata';
  readonly label: string;
  /** One below the other even on a wide screen, for narrow places. */
  readonly isNarrow?: boolean;
}

const collapse = { margin: 4, minSize: 8 };

/** Compares two texts, side by side if there is space and otherwise one below the other. */
export const TextDiff = ({ before, after, language, label, isNarrow = false }: TextDiffProps) => {
  const host = useRef<HTMLDivElement>(null);
  const nonce = useNonce();
  const isWide = useIsWide();
  useEffect(() => {
    const parent = host.current;
    if (parent === null || isWide === undefined) return;
    const shared = extensionsFor(language, nonce, label);
    if (isWide && !isNarrow) {
      const view = new MergeView({
        parent,
        a: { doc: before, extensions: shared },
        b: { doc: after, extensions: shared },
        collapseUnchanged: collapse,
      });
      return () => view.destroy();
    }
    const unified = unifiedMergeView({ original: before, mergeControls: false, collapseUnchanged: collapse });
    const view = new EditorView({ parent, doc: after, extensions: [...shared, unified] });
    return () => view.destroy();
  }, [before, after, language, label, nonce, isWide, isNarrow]);
  if (before === after) return <p className="py-4 text-center text-muted">No difference.</p>;
  return <div ref={host} className="code-editor text-diff overflow-hidden rounded-md border border-line" />;
};

const extensionsFor = (language: TextDiffProps['language'], nonce: string, label: string): Extension[] => [
  EditorView.cspNonce.of(nonce),
  EditorState.readOnly.of(true),
  EditorView.editable.of(false),
  EditorView.lineWrapping,
  EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
  lineNumbers(),
  ...(language === 'json' ? [json(), codeHighlighting()] : [jsonataLanguage()]),
];

const wideQuery = '(min-width: 900px)';

/** Undefined until the browser has reported it. */
const useIsWide = (): boolean | undefined => {
  const [isWide, setIsWide] = useState<boolean>();
  useEffect(() => {
    const media = window.matchMedia(wideQuery);
    const read = () => setIsWide(media.matches);
    read();
    media.addEventListener('change', read);
    return () => media.removeEventListener('change', read);
  }, []);
  return isWide;
};
