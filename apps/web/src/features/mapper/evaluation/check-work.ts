import type { JsonSchema } from '@throughline/core/connector/json-schema';
import {
  createMappingChecker,
  type CheckedMapping,
  type MappingChecker,
  type MappingProblem,
} from '@throughline/core/mapping/analysis';

import type { TextRange } from '@throughline/core/mapping/syntax';
import { fieldLinks, type FieldLink } from './field-links.ts';

export interface CheckRequest {
  readonly text: string;
  /** JSON of `CheckShapes`: text, so that the same shapes are told from others at a glance. */
  readonly shapes: string;
}

export interface CheckShapes {
  readonly source: JsonSchema;
  readonly target: JsonSchema;
}

export interface MappingCheck {
  readonly text: string;
  readonly problems: readonly MappingProblem[];
  /** Undefined while the text cannot be read. */
  readonly links: readonly FieldLink[] | undefined;
}

export interface TypeRequest extends CheckRequest {
  readonly offset: number;
}

/** What an expression gives, for people, such as `date or nothing`. */
export interface TypeNote {
  readonly range: TextRange;
  readonly text: string;
}

/** Checks one mapping while it is edited. What did not change since the last check is not looked at again. */
export class CheckWork {
  #shapes: string | undefined;
  #checker: MappingChecker | undefined;
  #last: { readonly text: string; readonly checked: CheckedMapping } | undefined;

  check(request: CheckRequest): MappingCheck {
    // A mapping that has not been begun yet needs no reproach.
    if (request.text.trim() === '') return { text: request.text, problems: [], links: [] };
    const checked = this.#checked(request);
    const links = checked.parsed.ir === undefined ? undefined : fieldLinks(checked.lineage());
    return { text: request.text, problems: checked.problems, links };
  }

  typeAt(request: TypeRequest): TypeNote | undefined {
    const found = this.#checked(request).typeAt(request.offset);
    return found && { range: found.range, text: found.text };
  }

  #checked({ text, shapes }: CheckRequest): CheckedMapping {
    if (this.#checker === undefined || this.#shapes !== shapes) {
      const { source, target } = JSON.parse(shapes) as CheckShapes;
      this.#checker = createMappingChecker({ source, target });
      this.#shapes = shapes;
      this.#last = undefined;
    }
    if (this.#last?.text !== text) this.#last = { text, checked: this.#checker.check(text) };
    return this.#last.checked;
  }
}
