import { lambda } from './generate-function.ts';
import { anyShape, numberShape, type Shape, type ShapeKind } from './shape.ts';
import { at, atom, inside, levels, variableName, withVariables, type Piece, type Site, type Variable } from './site.ts';

/** `( $a := …; $f := function…; result )`. */
export function block(site: Site, want: ShapeKind): Piece {
  const { random } = site;
  if (random.chance(12)) return recursion(site, want);
  let next = inside(site);
  const statements: string[] = [];
  for (let count = random.below(4); count > 0; count -= 1) {
    const { text, variable } = statement(next);
    statements.push(text);
    if (variable !== undefined) next = withVariables(next, [variable]);
  }
  const result = next.grow(next, want);
  const last = random.chance(8) ? `$${variableName(random)} := ${at(levels.bind, result)}` : result.text;
  return atom(`(${[...statements, last].join('; ')}${random.chance(5) ? ';' : ''})`, result.shape);
}

interface Statement {
  readonly text: string;
  readonly variable?: Variable;
}

function statement(site: Site): Statement {
  const { random } = site;
  const name = variableName(random);
  return random.weighted<Statement>([
    [6, () => bind(site, name)],
    [3, () => bindFunction(site, name)],
    [1, () => conditionalBind(site, name)],
    [1, () => ({ text: site.grow(site, 'any').text })],
    [1, () => curried(site, name)],
  ]);
}

function bind(site: Site, name: string): Statement {
  const kind = site.random.pick<ShapeKind>(['number', 'text', 'list', 'list', 'object', 'any', 'boolean', 'function']);
  const value = site.grow(site, kind);
  return { text: `$${name} := ${at(levels.bind, value)}`, variable: { name, shape: value.shape } };
}

function bindFunction(site: Site, name: string): Statement {
  const argument = site.random.pick<Shape>([numberShape, anyShape, site.context, anyShape]);
  const { piece, parameters, result } = lambda(site, site.random.below(4), argument);
  return { text: `$${name} := ${piece.text}`, variable: { name, shape: piece.shape, parameters, result } };
}

function conditionalBind(site: Site, name: string): Statement {
  const { random } = site;
  const condition = at(levels.either + 1, site.grow(site, 'boolean'));
  const value = site.grow(site, 'any');
  const otherwise = random.chance(40) ? ` : $${name} := ${at(levels.bind, site.grow(site, 'any'))}` : '';
  return {
    text: `${condition} ? $${name} := ${at(levels.either, value)}${otherwise}`,
    variable: { name, shape: value.shape },
  };
}

/** A function that returns a function, which sees the outer one's parameter. */
function curried(site: Site, name: string): Statement {
  const outer = withVariables(site, [{ name: 'p', shape: numberShape }]);
  const { piece } = lambda(outer, 1, numberShape);
  const text = `$${name} := function($p){${piece.text}}(${at(levels.bind + 1, site.grow(inside(site), 'number'))})`;
  return { text, variable: { name, shape: piece.shape, parameters: [numberShape], result: anyShape } };
}

/** Ends after a few calls, whatever the generated parts do. */
function recursion(site: Site, want: ShapeKind): Piece {
  const { random } = site;
  const next = withVariables(inside(site), [{ name: 'n', shape: numberShape }]);
  const base = at(levels.either, next.grow(next, want));
  const step = at(levels.either, next.grow(next, want));
  const start = random.below(6);
  const combine = random
    .pick([
      '$append(STEP, $f($n - 1))',
      '[STEP, $f($n - 1)]',
      '$string(STEP) & $string($f($n - 1))',
      '($s := STEP; $f($n - 1))',
      '$f($n - 1)',
      '{"a": STEP, "b": $f($n - 1)}',
      '$map([1, 2], function($m){ $n > 2 ? STEP : $f($n - $m) })',
    ])
    .replace('STEP', () => `(${step})`);
  const body = `$n <= 0 ? ${base} : ${combine}`;
  if (random.chance(70)) return atom(`($f := function($n){${body}}; $f(${start}))`, anyShape);
  return atom(`($f := function($n){$g($n)}; $g := function($n){${body}}; $f(${start}))`, anyShape);
}
