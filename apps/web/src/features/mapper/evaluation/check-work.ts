import type { JsonSchema } from '@throughline/core/connector/json-schema';
import {
  createMappingChecker,
  valueMapNamesIn,
  type CheckedMapping,
  type MappingChecker,
  type MappingProblem,
} from '@throughline/core/mapping/analysis';

import type { TextRange } from '@throughline/core/mapping/syntax';
import { fieldLinks, type FieldLink } from './field-links.ts';
import { LastParsed } from './last-parsed.ts';

export interface CheckRequest {
  readonly text: string;
  /** JSON of `CheckShapes`. It is a text so that equal shapes can be recognised quickly. */
  readonly shapes: string;
}

export interface CheckShapes {
  readonly source: JsonSchema;
  readonly target: JsonSchema;
}

export interface MappingCheck {
  readonly text: string;
  readonly problems: readonly MappingProblem[];
  /** Undefined if the text cannot be parsed. */
  readonly links: readonly FieldLink[] | undefined;
  /** Keys of the value maps that the text names; none if it cannot be parsed. */
  readonly valueMaps: readonly string[];
}

export interface TypeRequest extends CheckRequest {
  readonly offset: number;
}

/** The readable type of an expression's value, such as `date or nothing`. */
export interface TypeNote {
  readonly range: TextRange;
  readonly text: string;
}

/** Checks one mapping while it is edited. Parts that are unchanged since the last check are not checked again. */
export class CheckWork {
  readonly #parsed: LastParsed;
  #shapes: string | undefined;
  #checker: MappingChecker | undefined;
  #last: { readonly text: string; readonly checked: CheckedMapping } | undefined;

  constructor(parsed = new LastParsed()) {
    this.#parsed = parsed;
  }

  check(request: CheckRequest): MappingCheck {
    // A mapping that has not been started yet has no problems.
    if (request.text.trim() === '') return { text: request.text, problems: [], links: [], valueMaps: [] };
    const checked = this.checked(request);
    const { ir } = checked.parsed;
    return {
      text: request.text,
      problems: checked.problems,
      links: ir === undefined ? undefined : fieldLinks(checked.lineage()),
      valueMaps: ir === undefined ? [] : valueMapNamesIn(ir),
    };
  }

  typeAt(request: TypeRequest): TypeNote | undefined {
    const found = this.checked(request).typeAt(request.offset);
    return found && { range: found.range, text: found.text };
  }

  /** The whole analysis of a text. */
  checked({ text, shapes }: CheckRequest): CheckedMapping {
    if (this.#checker === undefined || this.#shapes !== shapes) {
      const { source, target } = JSON.parse(shapes) as CheckShapes;
      this.#checker = createMappingChecker({ source, target });
      this.#shapes = shapes;
      this.#last = undefined;
    }
    if (this.#last?.text !== text) this.#last = { text, checked: this.#checker.check(this.#parsed.of(text)) };
    return this.#last.checked;
  }
}
