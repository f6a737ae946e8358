import {
  HighlightStyle,
  LanguageSupport,
  StreamLanguage,
  syntaxHighlighting,
  type StringStream,
} from '@codemirror/language';
import { tags } from '@lezer/highlight';

interface LineState {
  /** The closing mark of a comment or quoted text that continues on the next line. */
  openUntil: '*/' | '"' | "'" | '`' | undefined;
  /** Whether the last token was an operand. After one, a slash divides; otherwise it starts a regex. */
  isBehindOperand: boolean;
}

const language = StreamLanguage.define<LineState>({
  name: 'jsonata',
  startState: () => ({ openUntil: undefined, isBehindOperand: false }),
  copyState: (state) => ({ ...state }),
  token(stream, state) {
    if (state.openUntil !== undefined) return readQuoted(stream, state, state.openUntil);
    if (stream.eatSpace()) return null;
    const style = readToken(stream, state);
    if (style !== 'comment') state.isBehindOperand = operands.has(style) || closing.has(stream.current());
    return style;
  },
  tokenTable: { function: tags.function(tags.variableName), boundName: tags.special(tags.variableName) },
  languageData: {
    commentTokens: { block: { open: '/*', close: '*/' } },
    closeBrackets: { brackets: ['(', '[', '{', '"', '`'] },
  },
});

const operands: ReadonlySet<string> = new Set(['string', 'number', 'propertyName', 'boundName', 'atom', 'function']);
const closing: ReadonlySet<string> = new Set([')', ']', '}']);

function readToken(stream: StringStream, state: LineState): string {
  if (stream.match('/*')) return readQuoted(stream, state, '*/');
  const quote = stream.match(/^["'`]/, true);
  if (Array.isArray(quote)) return readQuoted(stream, state, quote[0] as '"' | "'" | '`');
  if (!state.isBehindOperand && stream.match(/^\/(?:[^/\\]|\\.)+\/[a-z]*/)) return 'regexp';
  if (stream.match(/^\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/)) return 'number';
  if (stream.match(/^\$[A-Za-z_]\w*(?=\s*\()/)) return 'function';
  if (stream.match(/^\$\$?\w*/)) return 'boundName';
  if (stream.match(/^(?:true|false|null)\b/)) return 'atom';
  if (stream.match(/^(?:and|or|in|function)\b/)) return 'keyword';
  if (stream.match(/^[\p{L}_][\p{L}\p{N}_]*/u)) return 'propertyName';
  if (stream.match(/^(?::=|!=|<=|>=|~>|\*\*|\.\.|[-.+*/%&=<>?:@#^~|!])/)) return 'operator';
  if (stream.match(/^[()[\]{}]/)) return 'bracket';
  if (stream.match(/^[,;]/)) return 'punctuation';
  stream.next();
  return 'invalid';
}

/** Reads up to the closing mark, or to the end of the line if the mark does not occur there. */
function readQuoted(stream: StringStream, state: LineState, until: '*/' | '"' | "'" | '`'): string {
  state.openUntil = until;
  while (!stream.eol()) {
    if (stream.match(until)) {
      state.openUntil = undefined;
      break;
    }
    if (stream.next() === '\\' && until !== '*/' && until !== '`') stream.next();
  }
  state.isBehindOperand = until !== '*/';
  if (until === '*/') return 'comment';
  return until === '`' ? 'propertyName' : 'string';
}

const highlight = HighlightStyle.define([
  { tag: tags.comment, class: 'tok-comment' },
  { tag: tags.string, class: 'tok-string' },
  { tag: tags.regexp, class: 'tok-string' },
  { tag: tags.number, class: 'tok-number' },
  { tag: tags.atom, class: 'tok-number' },
  { tag: tags.keyword, class: 'tok-keyword' },
  { tag: tags.function(tags.variableName), class: 'tok-function' },
  { tag: tags.special(tags.variableName), class: 'tok-variable' },
  { tag: tags.propertyName, class: 'tok-name' },
  { tag: tags.operator, class: 'tok-operator' },
  { tag: tags.invalid, class: 'tok-invalid' },
]);

/** Colours, bracket and comment knowledge for JSONata. */
export const jsonataLanguage = (): LanguageSupport => new LanguageSupport(language, [syntaxHighlighting(highlight)]);

/** The same colours for JSON. */
export const codeHighlighting = () => syntaxHighlighting(highlight);
