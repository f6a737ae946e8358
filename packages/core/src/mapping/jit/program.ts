import type { TextRange } from '../syntax/syntax-node.ts';
import type { Limits } from '../engine/limits.ts';
import { anyData, type Operand } from './operand.ts';
import { TooMuchCode } from './too-much-code.ts';

export type Bindings = Readonly<Record<string, unknown>>;

interface Loop {
  /** Values that one iteration adds to the result. */
  resultSize: number;
  /** Characters of the texts and keys that are known when code is generated, and that one iteration adds to the result. */
  resultLength: number;
  hasInner: boolean;
}

/** Characters of code that are written in one step of generating. */
const lineLength = 64;
/** Lines, scopes or loops that are visited in one step. */
const looksPerStep = 8;

/** Deeper expressions would use up the stack. */
const maxNesting = 400;

/** Code of this length runs in the time of one step. */
const charactersPerTick = 2_000;

/** JavaScript text under construction: the body of one function, and the constants that it uses. */
export class Program {
  readonly limits: Limits;
  readonly constants: unknown[] = [];
  readonly #lines: string[] = [];
  readonly #memos: Map<string, Operand>[] = [new Map()];
  readonly #loops: Loop[] = [{ resultSize: 1, resultLength: 0, hasInner: false }];
  readonly #free = new Map<string, Operand>();
  readonly #bindings: readonly Bindings[];
  readonly #places = new Map<unknown, number>();
  #names = 0;
  #workLeft: number;
  /** The current depth of nested attempts. */
  #attempts = 0;
  /** Nodes that are left to closures. */
  embedded = 0;

  /**
   * @param bindings of earlier evaluations
   * @param maxWork steps of generating after which it is abandoned
   */
  constructor(limits: Limits, bindings: readonly Bindings[], maxWork = Infinity) {
    this.limits = limits;
    this.#workLeft = maxWork;
    this.#bindings = bindings;
  }

  get text(): string {
    return this.#lines.join('\n');
  }

  /** Values in the result outside all lists. */
  get resultSize(): number {
    return this.#loops[0]?.resultSize ?? 0;
  }

  /** Characters that are known when code is generated, in the result outside all lists. */
  get resultLength(): number {
    return this.#loops[0]?.resultLength ?? 0;
  }

  get depth(): number {
    return this.#loops.length;
  }

  /** Counts work of generating before it is done. @throws TooMuchCode */
  spend(steps: number): void {
    this.#workLeft -= steps;
    if (this.#workLeft < 0) throw new TooMuchCode();
  }

  line(code: string): void {
    this.spend(1 + Math.floor(code.length / lineLength));
    this.#lines.push(code);
  }

  fresh(prefix: string): string {
    this.#names += 1;
    return `${prefix}${this.#names}`;
  }

  /** Gives a name to an expression, which is evaluated here, once. */
  define(prefix: string, code: string): string {
    const name = this.fresh(prefix);
    this.line(`const ${name} = ${code};`);
    return name;
  }

  constant(value: unknown): string {
    const known = this.#places.get(value);
    if (known !== undefined) return `k${known}`;
    this.#places.set(value, this.constants.length);
    this.constants.push(value);
    return `k${this.constants.length - 1}`;
  }

  get lineCount(): number {
    return this.#lines.length;
  }

  /** Reserves a line that `fill` writes later. */
  reserve(): number {
    return this.#lines.push('') - 1;
  }

  fill(line: number, code: string): void {
    this.spend(Math.floor(code.length / lineLength));
    this.#lines[line] = code;
  }

  /** Begins a part of the code that may not run, so nothing evaluated in it may be used outside. */
  enter(): void {
    this.#memos.push(new Map());
  }

  leave(): void {
    this.#memos.pop();
  }

  /** Declares a variable that the text does not bind. It is read before everything else. */
  free(name: string): Operand {
    let operand = this.#free.get(name);
    if (operand === undefined) {
      operand = { code: `free${this.#free.size}`, kinds: anyData, ...this.#samplesOf(name) };
      this.#free.set(name, operand);
    }
    return operand;
  }

  get freeNames(): readonly string[] {
    return [...this.#free.keys()];
  }

  #samplesOf(name: string): Pick<Operand, 'samples'> {
    if (this.#bindings.length === 0) return {};
    return { samples: this.#bindings.map((bindings) => (Object.hasOwn(bindings, name) ? bindings[name] : undefined)) };
  }

  /** A `{…}` whose names cannot be seen from outside. */
  block(head: string, body: () => void): void {
    this.line(`${head} {`);
    this.#memos.push(new Map());
    body();
    this.#memos.pop();
    this.line('}');
  }

  /**
   * Returns the operand for something that was evaluated before, here or further out.
   * @param parts what it is, then what it is made of; a list, because names can contain any character
   */
  once(parts: readonly string[], make: () => Operand): Operand {
    const key = JSON.stringify(parts);
    this.spend(Math.floor(this.#memos.length / looksPerStep));
    for (const memo of this.#memos) {
      const known = memo.get(key);
      if (known !== undefined) return known;
    }
    const made = make();
    this.#memos.at(-1)?.set(key, made);
    return made;
  }

  /** Counts the steps of the loop, and afterwards what it added to the result. */
  loop(list: string, { start, end }: TextRange, body: (item: string, index: string) => void, from = 0): void {
    const [index, length, item] = [this.fresh('i'), this.define('n', `${list}.length`), this.fresh('x')];
    const before = this.#lines.push('') - 1;
    this.spend(Math.floor(this.#loops.length / looksPerStep));
    for (const outer of this.#loops) outer.hasInner = true;
    const loop: Loop = { resultSize: 0, resultLength: 0, hasInner: false };
    this.#loops.push(loop);
    this.block(`for (let ${index} = ${from}; ${index} < ${length}; ${index}++)`, () => {
      const inside = this.#lines.push('') - 1;
      this.line(`const ${item} = ${list}[${index}];`);
      body(item, index);
      // An iteration without inner loops takes little time, so all iterations are counted at once.
      const weight = this.#weightFrom(inside);
      const steps = loop.hasInner ? weight : weight === 1 ? length : `${length} * ${weight}`;
      const check = `if ((run.ticks -= ${steps}) < 0) nextSlice(run, ${start}, ${end});`;
      this.#lines[loop.hasInner ? inside : before] = check;
    });
    this.#loops.pop();
    if (loop.resultSize > 0) {
      this.line(`if ((tally.size += ${length} * ${loop.resultSize}) > ${this.limits.maxResultSize}) throw bail;`);
    }
    if (loop.resultLength > 0) this.line(`characters += ${length} * ${loop.resultLength};`);
  }

  /** The body of a function, which can run at any time, so nothing outside may use what it evaluates. */
  callable(head: string, tail: string, body: () => void): void {
    this.#loops.push({ resultSize: 0, resultLength: 0, hasInner: true });
    this.block(head, () => {
      const first = this.reserve();
      body();
      // The caller counts one step.
      const further = this.#weightFrom(first) - 1;
      if (further > 0) this.fill(first, `run.spend(${further});`);
    });
    this.#lines[this.#lines.length - 1] = `}${tail}`;
    this.#loops.pop();
  }

  /** The steps that the code from a line on counts as: one, and more for long code. */
  #weightFrom(line: number): number {
    let length = 0;
    this.spend(Math.floor((this.#lines.length - line) / looksPerStep));
    for (let index = line; index < this.#lines.length; index += 1) length += this.#lines[index]?.length ?? 0;
    return 1 + Math.floor(length / charactersPerTick);
  }

  /**
   * Records how many values, and how many characters that are known now, an iteration of the innermost loop (or the
   * whole code) adds to the result at most.
   */
  countResult(values: number, characters = 0): void {
    const loop = this.#loops.at(-1);
    if (loop === undefined) return;
    loop.resultSize += values;
    loop.resultLength += characters;
  }

  /** Checks the clock in each iteration of the surrounding loops. */
  noteWork(): void {
    for (const loop of this.#loops) loop.hasInner = true;
  }

  /**
   * Runs `make`. If it throws, everything that it wrote is removed. @throws TooMuchCode when attempts are nested too
   * deeply
   */
  attempt<T>(make: () => T): T {
    if (this.#attempts >= maxNesting) throw new TooMuchCode();
    this.#attempts += 1;
    try {
      return this.#attempt(make);
    } finally {
      this.#attempts -= 1;
    }
  }

  #attempt<T>(make: () => T): T {
    const [lines, memos, loops] = [this.#lines.length, this.#memos.length, this.#loops.length];
    const { resultSize = 0, resultLength = 0 } = this.#loops.at(-1) ?? {};
    const memo = new Map<string, Operand>();
    this.#memos.push(memo);
    try {
      const made = make();
      this.#memos.pop();
      const outer = this.#memos.at(-1);
      this.spend(Math.floor(memo.size / looksPerStep));
      for (const [key, operand] of memo) outer?.set(key, operand);
      return made;
    } catch (error) {
      this.#lines.length = lines;
      this.#memos.length = memos;
      this.#loops.length = loops;
      const loop = this.#loops.at(-1);
      if (loop !== undefined) Object.assign(loop, { resultSize, resultLength });
      throw error;
    }
  }
}
