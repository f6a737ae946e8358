import type { FlowDocument } from '@throughline/core/flow';
import type { FlowLayout } from './geometry.ts';
import { layoutFlow } from './layout-flow.ts';

/**
 * Computes a layout and keeps the parts that are equal to the previous one. Typing in a form moves nothing, so nothing
 * is redrawn.
 */
export class LayoutCache {
  #last: FlowLayout | undefined;
  #texts: Partial<Record<SharedPart, string>> = {};
  #input: readonly [FlowDocument['body'], ReadonlySet<string>] | undefined;

  of(body: FlowDocument['body'], collapsed: ReadonlySet<string>): FlowLayout {
    if (this.#last !== undefined && this.#input?.[0] === body && this.#input[1] === collapsed) return this.#last;
    this.#input = [body, collapsed];
    const next = layoutFlow({ body }, collapsed);
    const texts: Partial<Record<SharedPart, string>> = {};
    const shared: Partial<FlowLayout> = Object.fromEntries(
      sharedParts.map((part) => {
        const text = JSON.stringify(next[part]);
        texts[part] = text;
        return [part, text === this.#texts[part] ? this.#last?.[part] : next[part]];
      }),
    );
    this.#texts = texts;
    this.#last = { ...next, ...shared };
    return this.#last;
  }
}

const sharedParts = ['frames', 'lines', 'labels', 'inserts'] as const;
type SharedPart = (typeof sharedParts)[number];
