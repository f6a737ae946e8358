/** One step into data: a field, any item of a list, any field, or anything at any depth. */
export type PathSegment =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'item' }
  | { readonly kind: 'any-key' }
  | { readonly kind: 'descendant' };

export const itemSegment: PathSegment = { kind: 'item' };
export const anyKeySegment: PathSegment = { kind: 'any-key' };
export const descendantSegment: PathSegment = { kind: 'descendant' };

/** Deeper paths are cut off, because only recursion produces them. */
const maxDepth = 32;

/**
 * A place in the input, or in the variable `root`. There is one object per place, so that places can be compared by
 * identity.
 */
export class SourcePath {
  /** Name of the variable, without the `$`; undefined for the input. */
  readonly root: string | undefined;
  readonly #parent: SourcePath | undefined;
  readonly #segment: PathSegment | undefined;
  readonly #depth: number;
  #segments: readonly PathSegment[] | undefined;
  readonly #inner = new Map<string, SourcePath>();

  constructor(root?: string, parent?: SourcePath, segment?: PathSegment) {
    this.root = root;
    this.#parent = parent;
    this.#segment = segment;
    this.#depth = parent === undefined ? 0 : parent.#depth + 1;
  }

  get isRoot(): boolean {
    return this.#parent === undefined;
  }

  field(name: string): SourcePath {
    return this.#step(`.${name}`, () => ({ kind: 'name', name }));
  }

  segment(segment: PathSegment): SourcePath {
    return segment.kind === 'name' ? this.field(segment.name) : this.#step(segment.kind, () => segment);
  }

  get segments(): readonly PathSegment[] {
    if (this.#segments !== undefined) return this.#segments;
    const outer = this.#parent?.segments ?? [];
    return (this.#segments = this.#segment === undefined ? outer : [...outer, this.#segment]);
  }

  #step(key: string, segment: () => PathSegment): SourcePath {
    const known = this.#inner.get(key);
    if (known !== undefined) return known;
    if (this.#depth >= maxDepth) return this;
    const inner = new SourcePath(this.root, this, segment());
    this.#inner.set(key, inner);
    return inner;
  }
}
