import { rowHeight } from '../tree/row-height.ts';
import type { DrawnLine } from './drawn-lines.ts';
import { endPlace, linePath, type EndPlace, type TreeView } from './line-geometry.ts';
import { nodeKeyOf, nodeWidth, type LineNode } from './line-nodes.ts';

/** What is drawn between the two trees. */
export interface LineDrawing {
  readonly lines: readonly DrawnLine[];
  readonly nodes: readonly LineNode[];
}

export interface LineViews {
  readonly source: TreeView;
  readonly target: TreeView;
  /** Distance between the trees, in pixels. */
  readonly width: number;
}

/** The elements of each line and node. A highlighted line has two of them. */
export interface LineElements {
  readonly lines: ReadonlyMap<string, readonly LineParts[]>;
  readonly nodes: ReadonlyMap<string, readonly SVGGElement[]>;
}

interface LineParts {
  readonly element: SVGGElement;
  readonly paths: readonly SVGPathElement[];
  readonly dots: readonly SVGCircleElement[];
  /** Where they were put last. */
  place: string | undefined;
}

/** The parts of a line's element never change, and looking for those of hundreds of lines takes longer than placing them. */
const knownParts = new WeakMap<SVGGElement, LineParts>();

/** Distance of the lines from the trees, where their ends are dots. */
const inset = 5;
const gap = 8;

export function findElements(svg: SVGSVGElement): LineElements {
  const lines = new Map<string, LineParts[]>();
  const nodes = new Map<string, SVGGElement[]>();
  for (const element of svg.querySelectorAll<SVGGElement>('g[data-line]')) {
    push(lines, element.dataset['line'], partsOf(element));
  }
  for (const element of svg.querySelectorAll<SVGGElement>('g[data-node]'))
    push(nodes, element.dataset['node'], element);
  return { lines, nodes };
}

function partsOf(element: SVGGElement): LineParts {
  const known = knownParts.get(element);
  if (known !== undefined) return known;
  const parts: LineParts = {
    element,
    paths: [...element.querySelectorAll('path')],
    dots: [...element.querySelectorAll('circle')],
    place: undefined,
  };
  knownParts.set(element, parts);
  return parts;
}

function push<Item>(map: Map<string, Item[]>, key = '', item: Item): void {
  const items = map.get(key);
  if (items === undefined) map.set(key, [item]);
  else items.push(item);
}

/** Puts lines and functions where their rows are. It changes the elements directly, because it runs while scrolling. */
export function placeLines({ lines, nodes }: LineDrawing, elements: LineElements, views: LineViews): void {
  const right = views.width - inset;
  const nodeLeft = new Map<string, number>();
  const edges = new Map<number, number>();
  for (const node of nodes) {
    const left = (edges.get(node.target) ?? right) - gap - nodeWidth(node, views.width);
    edges.set(node.target, left);
    nodeLeft.set(node.key, left);
    const { y, isSeen } = endPlace(node.target, rowHeight, views.target);
    for (const element of elements.nodes.get(node.key) ?? []) {
      show(element, isSeen);
      if (isSeen) element.setAttribute('transform', `translate(${left} ${y})`);
    }
  }
  for (const line of lines) {
    placeLine(line, elements.lines.get(line.key) ?? [], views, nodeLeft.get(nodeKeyOf(line) ?? ''));
  }
}

function placeLine(line: DrawnLine, parts: readonly LineParts[], views: LineViews, nodeAt: number | undefined): void {
  const source = line.source === undefined ? undefined : endPlace(line.source, rowHeight, views.source);
  const target = line.target === undefined ? undefined : endPlace(line.target, rowHeight, views.target);
  const right = views.width - inset;
  const path = linePath({ source, target, left: inset, right, nodeAt });
  const isPinned = source?.isSeen === false || target?.isSeen === false;
  const place = `${path ?? ''} ${isPinned}`;
  for (const part of parts) {
    const { element, paths, dots } = part;
    show(element, path !== undefined);
    if (path === undefined || place === part.place) continue;
    part.place = place;
    element.toggleAttribute('data-pinned', isPinned);
    for (const each of paths) each.setAttribute('d', path);
    placeDot(dots[0], inset, source);
    placeDot(dots[1], right, target);
  }
}

function placeDot(dot: SVGCircleElement | undefined, x: number, place: EndPlace | undefined): void {
  if (dot === undefined) return;
  show(dot, place?.isSeen === true);
  if (place === undefined) return;
  dot.setAttribute('cx', String(x));
  dot.setAttribute('cy', String(place.y));
}

function show(element: SVGElement, isShown: boolean): void {
  const display = isShown ? '' : 'none';
  if (element.style.display !== display) element.style.display = display;
}
