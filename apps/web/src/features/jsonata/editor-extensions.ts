import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
  type Completion,
  type CompletionSource,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { bracketMatching, indentUnit } from '@codemirror/language';
import { linter, type Diagnostic } from '@codemirror/lint';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  keymap,
  lineNumbers,
  placeholder,
  tooltips,
} from '@codemirror/view';
import { parseMapping } from '@throughline/core/mapping/syntax';
import { completeExpression, isWhole } from './complete.ts';
import type { ExpressionScope } from './expression-scope.ts';
import { jsonataLanguage } from './jsonata-language.ts';
import { quotedCompletion } from './quoted-completion.ts';

interface SharedOptions {
  readonly label: string;
  readonly labelledBy?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly nonce: string;
  readonly isReadOnly: boolean;
  /** Line numbers, search and Tab for indentation: it is a whole text, not a field in a form. */
  readonly isFull: boolean;
  readonly placeholder: string;
  /**
   * The editor has its own undo history. False if its owner keeps the history, because two of them would undo each
   * other's steps.
   */
  readonly hasHistory: boolean;
}

export interface EditorOptions extends SharedOptions {
  readonly scope: () => ExpressionScope;
  /** The owner of the editor marks problems itself. */
  readonly isCheckedOutside: boolean;
}

/** All extensions of a JSONata editor. */
export function jsonataExtensions(options: EditorOptions): Extension[] {
  return [
    ...sharedExtensions(options),
    jsonataLanguage(),
    closeBrackets(),
    autocompletion({ override: [completionSource(options.scope)], icons: false, maxRenderedOptions: 80 }),
    options.isCheckedOutside ? [] : linter((view) => syntaxProblems(view.state.doc.toString()), { delay: 250 }),
    keymap.of([...closeBracketsKeymap, ...completionKeymap]),
  ];
}

/** Extensions that all of our editors have, whatever their language. */
export function sharedExtensions(options: SharedOptions): Extension[] {
  const full = [
    lineNumbers(),
    highlightActiveLine(),
    highlightSelectionMatches(),
    keymap.of([...searchKeymap, indentWithTab]),
  ];
  return [
    EditorView.cspNonce.of(options.nonce),
    tooltips({ position: 'fixed', parent: document.body }),
    drawSelection(),
    bracketMatching(),
    indentUnit.of('  '),
    EditorState.readOnly.of(options.isReadOnly),
    EditorView.editable.of(!options.isReadOnly),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of(attributes(options)),
    placeholder(options.placeholder),
    options.hasHistory ? [history(), keymap.of(historyKeymap)] : [],
    ...(options.isFull ? full : []),
    keymap.of(defaultKeymap),
  ];
}

function attributes({ label, labelledBy, describedBy, isReadOnly }: SharedOptions): Record<string, string> {
  return {
    ...(labelledBy === undefined ? { 'aria-label': label } : { 'aria-labelledby': labelledBy }),
    ...(describedBy === undefined ? {} : { 'aria-describedby': describedBy }),
    // This is set explicitly, because a text that is too long for its box must be reachable by keyboard, whether or not
    // it can be edited.
    tabindex: '0',
    ...(isReadOnly ? { 'aria-readonly': 'true' } : {}),
    'aria-multiline': 'true',
    spellcheck: 'false',
    autocapitalize: 'off',
  };
}

const completionSource =
  (scope: () => ExpressionScope): CompletionSource =>
  async (context) => {
    const text = context.state.doc.toString();
    const { functionHelp } = await import('./function-help.ts');
    if (context.aborted) return null;
    const found = completeExpression(text, context.pos, scope(), functionHelp);
    if (found === undefined || found.options.length === 0) return null;
    const isAsked = context.explicit || found.from < context.pos || /[.[{$"]\s*$/.test(text.slice(0, context.pos));
    if (!isAsked) return null;
    // A list that has nothing to add would only cover the fields below.
    const isDone = (typed: string) => !context.explicit && isWhole(found, typed);
    if (isDone(text.slice(found.from, context.pos))) return null;
    return {
      from: found.from,
      options: found.options.map(({ label, kind, apply, detail, info, boost }) => ({
        label,
        type: kind,
        ...(apply === undefined && !label.startsWith('"') ? {} : { apply: takeCompletion(apply ?? label) }),
        ...(detail === undefined ? {} : { detail }),
        ...(info === undefined ? {} : { info }),
        ...(boost === undefined ? {} : { boost }),
      })),
      validFor: (typed) => /^["'`$]?[\w\s-]*$/.test(typed) && !isDone(typed),
    };
  };

/** Inserts a completion. If it is in quotes, it also replaces the quote that the editor closed. */
const takeCompletion = (apply: string) =>
  apply.startsWith('"')
    ? (view: EditorView, _completion: Completion, from: number, to: number) => {
        const { to: end, insert } = quotedCompletion(view.state.doc.toString(), from, to, apply);
        view.dispatch({
          changes: { from, to: end, insert },
          selection: { anchor: from + insert.length },
          userEvent: 'input.complete',
        });
      }
    : apply;

/** All syntax errors, marked in the text. */
export function syntaxProblems(text: string): Diagnostic[] {
  if (text.trim() === '') return [];
  return parseMapping(text).errors.map(({ start, end, message }) => ({
    // Something missing at the end of a text has no width, so the character before it is marked.
    from: start < end ? start : Math.max(0, start - 1),
    to: Math.max(start, end),
    severity: 'error',
    message,
  }));
}
