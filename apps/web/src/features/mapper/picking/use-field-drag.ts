'use client';
import { useMemo, useRef, type PointerEvent as ReactPointerEvent, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import { ignoreNextClick } from '#ui/ignore-next-click.ts';
import { useLatest } from '#features/jsonata/use-latest.ts';
import { rowHeight } from '../tree/row-height.ts';
import type { MapperTrees } from './mapper-trees.ts';
import type { FieldRef } from './picking-state.ts';
import { otherSide } from './picking-state.ts';
import type { Picking } from './picking.ts';

interface FieldDrag {
  /** The pointer went down on a field. It is dragged once the pointer has moved far enough. */
  readonly start: (field: FieldRef, event: ReactPointerEvent) => void;
  /** Follows the pointer. */
  readonly label: RefObject<HTMLDivElement | null>;
  /** The line from the field to the pointer. */
  readonly line: RefObject<SVGPathElement | null>;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A shorter way is a click with an unsteady hand. */
const threshold = 10;
/** Near the edges of the other tree, it scrolls. */
const scrollEdge = 32;
const scrollStep = 9;

/** Drags a field to a field of the other tree. Only that tree scrolls, because the field itself stays where it is. */
export const useFieldDrag = (picking: Picking, trees: MapperTrees, isReadOnly: boolean): FieldDrag => {
  const label = useRef<HTMLDivElement>(null);
  const line = useRef<SVGPathElement>(null);
  const latest = useLatest({ picking, trees });
  return useMemo(() => {
    const start = (field: FieldRef, event: ReactPointerEvent) => {
      if (isReadOnly || event.button !== 0 || event.pointerType === 'touch') return;
      const drag = new Drag(field, { x: event.clientX, y: event.clientY }, () => latest.current, { label, line });
      drag.listen();
    };
    return { start, label, line };
  }, [isReadOnly, latest]);
};

interface Surroundings {
  readonly picking: Picking;
  readonly trees: MapperTrees;
}

/** One gesture, from the pointer going down to it going up. */
class Drag {
  readonly #field: FieldRef;
  readonly #from: Point;
  readonly #now: () => Surroundings;
  readonly #drawn: Pick<FieldDrag, 'label' | 'line'>;
  readonly #ended = new AbortController();
  #at: Point;
  #hasStarted = false;
  #over: string | undefined;
  #frame = 0;

  constructor(field: FieldRef, from: Point, now: () => Surroundings, drawn: Pick<FieldDrag, 'label' | 'line'>) {
    this.#field = field;
    this.#from = from;
    this.#at = from;
    this.#now = now;
    this.#drawn = drawn;
  }

  listen(): void {
    const { signal } = this.#ended;
    window.addEventListener('pointermove', (event) => this.#move(event), { signal });
    window.addEventListener('pointerup', () => this.#drop(), { signal });
    window.addEventListener('pointercancel', () => this.#end(true), { signal });
  }

  #move({ clientX: x, clientY: y }: PointerEvent): void {
    this.#at = { x, y };
    if (!this.#hasStarted) {
      if (Math.hypot(x - this.#from.x, y - this.#from.y) < threshold) return;
      this.#hasStarted = true;
      // The next frame asks whether it is still held.
      flushSync(() => this.#now().picking.pick(this.#field, 'drag'));
      this.#frame = requestAnimationFrame(() => this.#follow());
    }
  }

  /** Once per frame, because the other tree may scroll under a pointer that rests. */
  #follow(): void {
    const { picking, trees } = this.#now();
    // Somebody pressed Escape.
    if (picking.state.held?.by !== 'drag') return this.#end(false);
    const tree = trees[otherSide(this.#field.side)].fields;
    scrollNear(tree.scroller.current, this.#at);
    const id = fieldAt(this.#at, tree);
    if (id !== this.#over) picking.over((this.#over = id));
    const { label, line } = this.#drawn;
    if (label.current !== null) label.current.style.transform = `translate(${this.#at.x + 12}px, ${this.#at.y + 10}px)`;
    line.current?.setAttribute('d', this.#path(line.current));
    this.#frame = requestAnimationFrame(() => this.#follow());
    return undefined;
  }

  #path(line: SVGPathElement): string {
    const { trees } = this.#now();
    const own = trees[this.#field.side].fields;
    const box = line.ownerSVGElement?.getBoundingClientRect();
    const tree = own.scroller.current?.getBoundingClientRect();
    if (box === undefined || tree === undefined) return '';
    const row =
      (own.indexOf.get(this.#field.id) ?? 0) * rowHeight + rowHeight / 2 - (own.scroller.current?.scrollTop ?? 0);
    const y = Math.min(Math.max(row, 0), tree.height) + tree.top - box.top;
    const x = this.#field.side === 'source' ? 5 : box.width - 5;
    return `M${x} ${y}L${this.#at.x - box.left} ${this.#at.y - box.top}`;
  }

  #drop(): void {
    if (!this.#hasStarted) return this.#end(false);
    const { picking, trees } = this.#now();
    const side = otherSide(this.#field.side);
    const id = fieldAt(this.#at, trees[side].fields);
    if (id !== undefined) picking.pick({ side, id }, 'click');
    this.#end(id === undefined);
    ignoreNextClick();
    return undefined;
  }

  #end(isCancelled: boolean): void {
    cancelAnimationFrame(this.#frame);
    this.#ended.abort();
    this.#drawn.line.current?.removeAttribute('d');
    if (isCancelled && this.#hasStarted) this.#now().picking.cancel();
  }
}

function fieldAt({ x, y }: Point, { scroller, rows }: MapperTrees['source']['fields']): string | undefined {
  const row = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-index]');
  if (row === null || row === undefined || scroller.current?.contains(row) !== true) return undefined;
  return rows[Number(row.dataset['index'])]?.node.id;
}

function scrollNear(element: HTMLElement | null, { x, y }: Point): void {
  const box = element?.getBoundingClientRect();
  if (element === null || box === undefined || x < box.left || x > box.right) return;
  if (y < box.top + scrollEdge) element.scrollBy({ top: -scrollStep });
  else if (y > box.bottom - scrollEdge) element.scrollBy({ top: scrollStep });
}
