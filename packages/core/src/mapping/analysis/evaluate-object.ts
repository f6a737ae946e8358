import type { EntryIr, GroupIr, ObjectIr } from '../syntax/ir.ts';
import { mayBeMany, none, one, present, sumOf } from './count.ts';
import type { Interpreter } from './interpreter.ts';
import { union, type Origin } from './value.ts';
import type { Scope } from './scope.ts';
import type { Site } from './site.ts';
import { flatten, itemOf, originsVia } from './sequence.ts';
import { join, valueOf, withThrough, type Field, type Value } from './value.ts';

/** `{ key: value }`. */
export function evaluateObject(interpreter: Interpreter, ir: ObjectIr, scope: Scope): Value {
  const builder = new ObjectBuilder(interpreter, interpreter.site(ir));
  for (const entry of ir.entries) builder.add(entry, scope, scope);
  return builder.value();
}

/** `items{key: value}`: keys are evaluated for each item, and values for all items with the same key. */
export function evaluateGroup(interpreter: Interpreter, group: GroupIr, stream: Value, scope: Scope): Value {
  const items = flatten(stream);
  const item = { ...scope, input: itemOf(items) };
  const builder = new ObjectBuilder(interpreter, interpreter.site(group));
  for (const entry of group.entries) {
    const isOneGroup = entry.key.kind === 'literal';
    // Even without an item, a literal key exists, and its value is evaluated on nothing.
    const each = mayBeMany(items.count) ? sumOf(one, one | none) : present(items.count);
    const count = isOneGroup ? items.count : each;
    const input = items.count === one ? item.input : { ...items, count };
    builder.add(entry, item, { ...scope, input });
  }
  const built = builder.value();
  return withThrough(built, items.through);
}

class ObjectBuilder {
  readonly #interpreter: Interpreter;
  readonly #fields = new Map<string, Field>();
  #rest: Value | undefined;
  #through: Origin | undefined;
  readonly #written: Site;

  constructor(interpreter: Interpreter, written: Site) {
    this.#interpreter = interpreter;
    this.#written = written;
  }

  add({ key, value: written }: EntryIr, keyScope: Scope, valueScope: Scope): void {
    const name = this.#interpreter.evaluate(key, keyScope);
    const value = this.#interpreter.evaluate(written, valueScope);
    const [type] = name.types;
    const isLiteral = key.kind === 'literal' && type?.kind === 'string';
    const [text] = isLiteral ? (type.values ?? []) : [];
    const sites = { key: this.#interpreter.site(key), site: this.#interpreter.site(written) };
    if (text === undefined) {
      this.#checkKey(name, sites.key);
      const grouped = withThrough(value, originsVia('group', [name]));
      this.#rest = this.#rest === undefined ? grouped : join(this.#rest, grouped);
      this.#through = union(this.#through, originsVia('group', [name]));
      return;
    }
    if (this.#fields.has(text)) this.#repeated(text, sites.key);
    this.#fields.set(text, { value, ...sites });
  }

  #repeated(name: string, site: Site): void {
    this.#interpreter.report({
      code: 'REPEATED_FIELD',
      severity: 'error',
      site,
      message: `"${name}" is written twice in this object, which stops the evaluation. Remove one of them.`,
    });
  }

  #checkKey({ types, count }: Value, site: Site): void {
    const isText = types.length === 0 || types.some(({ kind }) => kind === 'string' || kind === 'unknown');
    if (isText || (count & one) === 0) return;
    this.#interpreter.report({
      code: 'WRONG_TYPE',
      severity: 'error',
      site,
      message: 'A field’s name has to be text, and this is not. Put $string( ) around it.',
      fix: {
        title: 'Turn it into text',
        edits: [
          { ...site, end: site.start, text: '$string(' },
          { ...site, start: site.end, text: ')' },
        ],
      },
    });
  }

  value(): Value {
    const type = { kind: 'object', fields: this.#fields, rest: this.#rest, written: this.#written } as const;
    return valueOf([type], one, this.#through);
  }
}
