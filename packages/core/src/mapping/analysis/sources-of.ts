import type { TextRange } from '../syntax/syntax-node.ts';
import { placesOf } from './origin.ts';
import type { Origin, Via } from './value.ts';
import { rangeOf } from './site.ts';
import type { PathSegment, SourcePath } from './source-path.ts';
import type { Value } from './value.ts';

export interface SourceUse {
  /** The variable that contains it, without the `$`; absent for the input. */
  readonly root?: string;
  readonly path: readonly PathSegment[];
  readonly via: Via;
  /** The function or value map that it passed through. */
  readonly through?: string;
  /** The places where the text reads it. */
  readonly ranges: readonly TextRange[];
}

/** Walks the sources of values: first what they are made of, then what only influences them. */
export function sourcesOf(origins: readonly Origin[]): {
  readonly sources: readonly SourceUse[];
  readonly isComplete: boolean;
} {
  const walk = new OriginWalk();
  for (const origin of origins) walk.add(origin, direct);
  return { sources: walk.sources(), isComplete: walk.isComplete };
}

/** The role of a source on its way to the value. A walk has one object per role. */
interface Role {
  readonly via: Via;
  readonly name: string | undefined;
}

const direct: Role = { via: 'direct', name: undefined };

/** Combines the role of a part with that of the expression around it. */
function within(outer: Via, inner: Via): Via {
  if (inner === 'direct') return outer;
  if (inner === 'function') return outer === 'direct' ? inner : outer;
  return outer === 'direct' || outer === 'function' || inner !== 'lookup' ? inner : outer;
}

const order: readonly Via[] = ['direct', 'function', 'lookup', 'condition', 'filter', 'sort', 'group'];

interface Use {
  readonly path: SourcePath;
  readonly role: Role;
  readonly ranges: TextRange[];
}

class OriginWalk {
  isComplete = true;
  readonly #uses = new Map<SourcePath, Use[]>();
  readonly #roles: Role[] = [direct];
  readonly #seen = new Map<Origin | Value, Role[]>();

  add(origin: Origin, role: Role): void {
    if (origin.kind === 'read') this.#use(origin.path, role, rangeOf(origin.site));
    else if (origin.kind === 'unknown') this.isComplete = false;
    else if (!this.#hasSeen(origin, role)) this.#addParts(origin, role);
  }

  #addParts(origin: Exclude<Origin, { kind: 'read' | 'unknown' }>, role: Role): void {
    switch (origin.kind) {
      case 'union':
        for (const part of origin.parts) this.add(part, role);
        return;
      case 'via': {
        const via = within(role.via, origin.via);
        this.add(origin.inner, via === role.via && via !== 'direct' ? role : this.#role(via, origin.name));
        return;
      }
      case 'value':
        this.#addValue(origin.value, role);
    }
  }

  #addValue(value: Value, role: Role): void {
    if (this.#hasSeen(value, role)) return;
    const own = placesOf(value);
    if (own !== undefined) this.add(own, role);
    for (const type of value.types) {
      if (type.kind === 'list' && type.isSource !== true) this.#addValue(type.items, role);
      if (type.kind !== 'object' || type.isSource === true) continue;
      for (const field of type.fields.values()) this.#addValue(field.value, role);
      if (type.rest !== undefined) this.#addValue(type.rest, role);
    }
  }

  /** Parts are shared: when a value contains another one twice, that one is walked once. */
  #hasSeen(what: Origin | Value, role: Role): boolean {
    const roles = this.#seen.get(what);
    if (roles?.includes(role) === true) return true;
    if (roles === undefined) this.#seen.set(what, [role]);
    else roles.push(role);
    return false;
  }

  #role(via: Via, name: string | undefined): Role {
    const known = this.#roles.find((role) => role.via === via && role.name === name);
    if (known !== undefined) return known;
    const role = { via, name };
    this.#roles.push(role);
    return role;
  }

  #use(path: SourcePath, role: Role, range: TextRange): void {
    const uses = this.#uses.get(path);
    const known = uses?.find((use) => use.role === role);
    if (known === undefined) {
      const use = { path, role, ranges: [range] };
      if (uses === undefined) this.#uses.set(path, [use]);
      else uses.push(use);
    } else if (!known.ranges.some(({ start, end }) => start === range.start && end === range.end)) {
      known.ranges.push(range);
    }
  }

  sources(): readonly SourceUse[] {
    const uses = [...this.#uses.values()].flat();
    if (uses.length > 1) uses.sort((a, b) => order.indexOf(a.role.via) - order.indexOf(b.role.via));
    return uses.map(sourceUse);
  }
}

function sourceUse({ path: { root, segments }, role: { via, name }, ranges }: Use): SourceUse {
  if (ranges.length > 1) ranges.sort((a, b) => a.start - b.start);
  return {
    ...(root !== undefined && { root }),
    path: segments,
    via,
    ...(name !== undefined && { through: name }),
    ranges,
  };
}
