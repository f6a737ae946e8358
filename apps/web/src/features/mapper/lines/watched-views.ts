import type { TreeView } from './line-geometry.ts';
import type { LineViews } from './place-lines.ts';

export interface LineSurroundings {
  /** What the lines are drawn on, between the two trees. */
  readonly host: SVGSVGElement;
  readonly source: HTMLElement | null;
  readonly target: HTMLElement | null;
}

/**
 * How the trees are scrolled, and the room between them. It is measured when it changes, at most once per frame, and kept
 * until then: reading it makes the browser lay out the page, and once more after the lines have moved.
 */
export class WatchedViews {
  readonly around: LineSurroundings;
  readonly #onChange: (views: LineViews) => void;
  readonly #ended = new AbortController();
  readonly #observer: ResizeObserver;
  #views: LineViews;
  #frame = 0;

  constructor(around: LineSurroundings, onChange: (views: LineViews) => void) {
    this.around = around;
    this.#onChange = onChange;
    this.#views = measure(around);
    this.#observer = new ResizeObserver(this.#ask);
    this.#observer.observe(around.host);
    for (const tree of [around.source, around.target]) {
      if (tree === null) continue;
      this.#observer.observe(tree);
      tree.addEventListener('scroll', this.#ask, { passive: true, signal: this.#ended.signal });
    }
  }

  get views(): LineViews {
    return this.#views;
  }

  isOf({ host, source, target }: LineSurroundings): boolean {
    return this.around.host === host && this.around.source === source && this.around.target === target;
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#observer.disconnect();
    this.#ended.abort();
  }

  readonly #ask = (): void => {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#views = measure(this.around);
      this.#onChange(this.#views);
    });
  };
}

const measure = ({ host, source, target }: LineSurroundings): LineViews => ({
  source: viewOf(source),
  target: viewOf(target),
  width: host.clientWidth,
});

const viewOf = (element: HTMLElement | null): TreeView => ({
  top: element?.scrollTop ?? 0,
  height: element?.clientHeight ?? 0,
});
