import { isList, type Layout } from './layout.ts';

interface Task {
  readonly layout: Layout;
  readonly indentation: number;
  readonly isFlat: boolean;
}

const indentWidth = 2;

/** Decides all line breaks. Lines without possible breaks may be longer than `width`, in UTF-16 units. */
export function renderLayout(root: Layout, width: number): string {
  const tasks: Task[] = [{ layout: root, indentation: 0, isFlat: false }];
  const out = new Output();
  for (let task = tasks.pop(); task !== undefined; task = tasks.pop()) {
    const { layout, indentation, isFlat } = task;
    if (typeof layout === 'string') out.write(layout);
    else if (isList(layout)) {
      for (let at = layout.length - 1; at >= 0; at -= 1) tasks.push({ layout: layout[at] ?? '', indentation, isFlat });
    } else if (layout.kind === 'indent') {
      tasks.push({ layout: layout.content, indentation: indentation + indentWidth, isFlat });
    } else if (layout.kind === 'group') {
      const inner = { layout: layout.content, indentation, isFlat: true };
      const isOnOneLine = isFlat || (!layout.isBroken && fits(inner, tasks, width - out.column(indentation)));
      tasks.push({ ...inner, isFlat: isOnOneLine });
    } else if (isFlat && layout.breaks === 0) out.space(layout.flat);
    else out.break(Math.max(1, layout.breaks), indentation);
  }
  return out.text;
}

/** Tells whether a layout, and everything after it up to the next possible break, fits on the line. */
function fits(first: Task, rest: readonly Task[], room: number): boolean {
  const tasks = [first];
  let left = room;
  let next = rest.length - 1;
  while (left >= 0) {
    const task = tasks.pop() ?? rest[next--];
    if (task === undefined) return true;
    const { layout, isFlat } = task;
    if (typeof layout === 'string') {
      const feed = layout.indexOf('\n');
      if (feed >= 0) return feed <= left;
      left -= layout.length;
    } else if (isList(layout)) {
      for (let at = layout.length - 1; at >= 0; at -= 1) tasks.push({ ...task, layout: layout[at] ?? '' });
    } else if (layout.kind === 'line') {
      if (!isFlat || layout.breaks > 0) return true;
      left -= layout.flat.length;
    } else tasks.push({ ...task, layout: layout.content, isFlat: isFlat && !layout.isBroken });
  }
  return false;
}

/** The text so far. Breaks and spaces are held back until the next text; of several, the largest counts. */
class Output {
  readonly #parts: string[] = [];
  #column = 0;
  #breaks = 0;
  #indentation = 0;
  #hasSpace = false;

  get text(): string {
    return this.#parts.join('');
  }

  write(piece: string): void {
    if (piece === '') return;
    if (this.#parts.length > 0) {
      if (this.#breaks > 0) this.#append('\n'.repeat(this.#breaks) + ' '.repeat(this.#indentation));
      else if (this.#hasSpace) this.#append(' ');
    }
    this.#append(piece);
    this.#breaks = 0;
    this.#hasSpace = false;
  }

  space(flat: string): void {
    if (flat !== '') this.#hasSpace = true;
  }

  break(count: number, indentation: number): void {
    this.#breaks = Math.max(this.#breaks, count);
    this.#indentation = indentation;
  }

  /** The column at which the next piece of text would start. */
  column(indentation: number): number {
    return this.#breaks > 0 ? indentation : this.#column + (this.#hasSpace ? 1 : 0);
  }

  #append(piece: string): void {
    this.#parts.push(piece);
    const feed = piece.lastIndexOf('\n');
    this.#column = feed < 0 ? this.#column + piece.length : piece.length - feed - 1;
  }
}
