import { hoverTooltip, type Tooltip } from '@codemirror/view';
import type { Extension } from '@codemirror/state';
import type { MappingEvaluator } from '../evaluation/evaluator.ts';

/** The text for an expression of unknown type. */
const saysNothing = 'anything';

/** Shows the type of the expression under the pointer. */
export const typeHover = (evaluator: MappingEvaluator, shapes: () => string): Extension =>
  hoverTooltip(async (view, position): Promise<Tooltip | null> => {
    const text = view.state.doc.toString();
    const outcome = await evaluator.ask('typeAt', { text, shapes: shapes(), offset: position });
    if (outcome.status === 'failed' || view.state.doc.toString() !== text) return null;
    const { range, text: type } = outcome.answer ?? {};
    if (range === undefined || type === undefined || type === saysNothing) return null;
    return {
      pos: range.start,
      end: range.end,
      create: () => {
        const dom = document.createElement('div');
        dom.className = 'cm-type-note';
        dom.textContent = type;
        return { dom };
      },
    };
  });
