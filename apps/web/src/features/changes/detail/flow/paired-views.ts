import { alignedView, type DrawingSide, type View } from './aligned-view.ts';

export type SideName = 'before' | 'after';

interface PairedView {
  readonly drawing: () => DrawingSide;
  readonly show: (view: View) => void;
}

/** Two drawings of which one leads and the other follows. Whoever is moved by hand leads. */
export class PairedViews {
  readonly #views = new Map<SideName, PairedView>();
  readonly #moved: ReadonlySet<string>;
  #leader: SideName = 'after';

  /** Steps that were moved are no guide to the same place. */
  constructor(moved: ReadonlySet<string>) {
    this.#moved = moved;
  }

  /** Returns how to leave again. */
  join(side: SideName, view: PairedView): () => void {
    this.#views.set(side, view);
    return () => this.#views.delete(side);
  }

  lead(side: SideName): void {
    this.#leader = side;
  }

  /** The movement of a drawing that follows leads nothing, so that the two do not answer each other. */
  moved(side: SideName, view: View): void {
    const own = this.#views.get(side);
    const other = this.#views.get(side === 'after' ? 'before' : 'after');
    if (side !== this.#leader || own === undefined || other === undefined) return;
    other.show(alignedView(view, this.#guides(own), this.#guides(other)));
  }

  #guides({ drawing }: PairedView): DrawingSide {
    const { steps, ...size } = drawing();
    return { ...size, steps: steps.filter(({ id }) => !this.#moved.has(id)) };
  }
}
