import type { JsonSchema } from '@throughline/core/connector/json-schema';
import {
  childrenOf,
  type BinarySyntax,
  type CallSyntax,
  type LambdaSyntax,
  type SyntaxNode,
} from '@throughline/core/mapping/syntax';

import type { ExpressionScope } from './expression-scope.ts';
import { listItems, schemaAt } from '@throughline/core/mapping/schema-fields';

/** What an expression reads at its place. */
export interface Environment {
  /** What bare names read: the input, or the item of the surrounding path. */
  readonly context: JsonSchema | undefined;
  /** Variables defined in the text, without the `$`; undefined if the schema is unknown. */
  readonly variables: ReadonlyMap<string, JsonSchema | undefined>;
  /** The arguments of a function that is written in place. */
  readonly parameters?: readonly (JsonSchema | undefined)[];
}

export interface PlacedNode {
  readonly node: SyntaxNode;
  readonly environment: Environment;
}

/**
 * Functions that call their second argument for each item of the first: the indexes of parameters that get items.
 */
const itemParameters: Readonly<Record<string, readonly number[]>> = {
  map: [0],
  filter: [0],
  single: [0],
  sift: [0],
  each: [0],
  sort: [0, 1],
  reduce: [1],
};
const integer: JsonSchema = { type: 'integer' };
/** Functions that return their argument, or items of it. */
const passingFunctions: ReadonlySet<string> = new Set([
  'filter',
  'single',
  'sort',
  'reverse',
  'distinct',
  'append',
  'compact',
  'required',
]);

/**
 * Finds the schema at a position of a text, with or without errors, as far as paths, variables and functions per item
 * reveal it.
 */
export class SchemaReader {
  readonly top: Environment;
  readonly #scope: ExpressionScope;

  constructor(scope: ExpressionScope) {
    this.#scope = scope;
    this.top = { context: scope.context, variables: new Map() };
  }

  /** Undefined if it is unknown. */
  schemaOf(node: SyntaxNode, environment: Environment): JsonSchema | undefined {
    switch (node.kind) {
      case 'name':
        return fieldOf(environment.context, node.name);
      case 'variable':
        return this.#variable(node.name, environment);
      case 'filter':
      case 'keepArray':
      case 'sort':
        return this.schemaOf(node.subject, environment);
      case 'binary':
        return this.#binary(node, environment);
      case 'block': {
        const last = this.parts(node, environment).at(-1);
        return last && this.schemaOf(last.node, last.environment);
      }
      case 'array':
        return node.items.length === 1 && node.items[0] ? this.schemaOf(node.items[0], environment) : undefined;
      case 'object':
        return this.#object(node, environment);
      case 'conditional':
        return (
          this.schemaOf(node.whenTrue, environment) ?? (node.whenFalse && this.schemaOf(node.whenFalse, environment))
        );
      case 'call':
        return this.#call(node, environment);
      default:
        return undefined;
    }
  }

  /** The direct subexpressions of a node, each with what it reads. */
  parts(node: SyntaxNode, environment: Environment): PlacedNode[] {
    const here = (part: SyntaxNode): PlacedNode => ({ node: part, environment });
    const within = (subject: SyntaxNode, rest: readonly SyntaxNode[]): PlacedNode[] => {
      const context = this.schemaOf(subject, environment);
      return [here(subject), ...rest.map((part) => ({ node: part, environment: { ...environment, context } }))];
    };
    const [first, ...rest] = childrenOf(node);
    switch (node.kind) {
      case 'filter':
      case 'sort':
      case 'group':
      case 'transform':
        return first === undefined ? [] : within(first, rest);
      case 'binary':
        return node.operator === '.'
          ? [here(node.left), { node: node.right, environment: this.#behind(node.left, environment) }]
          : childrenOf(node).map(here);
      case 'block': {
        const placed: PlacedNode[] = [];
        for (const part of node.expressions)
          placed.push({ node: part, environment: this.afterBlock(placed, environment) });
        return placed;
      }
      case 'call':
        return this.#callParts(node, environment);
      case 'lambda':
        return this.#lambdaParts(node, environment);
      default:
        return childrenOf(node).map(here);
    }
  }

  /** The scope after these expressions of a block, including the variables that they assign. */
  afterBlock(placed: readonly PlacedNode[], around: Environment): Environment {
    const last = placed.at(-1);
    if (last === undefined) return around;
    const { node, environment } = last;
    if (node.kind !== 'binary' || node.operator !== ':=' || node.left.kind !== 'variable') return environment;
    return withVariables(environment, [[node.left.name, this.schemaOf(node.right, environment)]]);
  }

  #variable(name: string, { context, variables }: Environment): JsonSchema | undefined {
    if (name === '') return context;
    if (name === '$') return this.#scope.context;
    return variables.has(name) ? variables.get(name) : this.#scope.variables?.[name]?.schema;
  }

  #binary(node: BinarySyntax, environment: Environment): JsonSchema | undefined {
    const { operator, left, right } = node;
    switch (operator) {
      case '.': {
        const behind = this.#behind(left, environment);
        const isName = right.kind === 'literal' && typeof right.value === 'string';
        return isName ? fieldOf(behind.context, right.value) : this.schemaOf(right, behind);
      }
      case ':=':
        return this.schemaOf(right, environment);
      case '@':
      case '#':
        return this.schemaOf(left, environment);
      case '??':
      case '?:':
        return this.schemaOf(left, environment) ?? this.schemaOf(right, environment);
      default:
        return undefined;
    }
  }

  /** What the next step of a path reads, with the variables that `@` and `#` bind on the way. */
  #behind(left: SyntaxNode, environment: Environment): Environment {
    const bound: [string, JsonSchema | undefined][] = [];
    let step: SyntaxNode | undefined = left;
    while (step !== undefined) {
      if (
        step.kind === 'binary' &&
        step.right.kind === 'variable' &&
        (step.operator === '@' || step.operator === '#')
      ) {
        const schema = step.operator === '#' ? integer : this.schemaOf(step.left, environment);
        bound.push([step.right.name, schema]);
      }
      step =
        step.kind === 'binary' ? step.left : step.kind === 'filter' || step.kind === 'sort' ? step.subject : undefined;
    }
    return withVariables({ ...environment, context: this.schemaOf(left, environment) }, bound);
  }

  #object(node: Extract<SyntaxNode, { kind: 'object' }>, environment: Environment): JsonSchema {
    const named = node.entries.flatMap(({ key, value }): [string, JsonSchema][] =>
      key.kind === 'literal' ? [[String(key.value), this.schemaOf(value, environment) ?? {}]] : [],
    );
    return { type: 'object', properties: Object.fromEntries(named) };
  }

  #call(node: CallSyntax, environment: Environment): JsonSchema | undefined {
    const name = node.callee.kind === 'variable' ? node.callee.name : '';
    const [, list, lambda] = this.parts(node, environment);
    if (name === 'map' && lambda?.node.kind === 'lambda') {
      const body = this.parts(lambda.node, lambda.environment).at(-1);
      return body && this.schemaOf(body.node, body.environment);
    }
    return passingFunctions.has(name) && list !== undefined ? this.schemaOf(list.node, environment) : undefined;
  }

  #callParts({ callee, args }: CallSyntax, environment: Environment): PlacedNode[] {
    const places = callee.kind === 'variable' ? itemParameters[callee.name] : undefined;
    const [list] = args;
    return [callee, ...args].map((node, index) => {
      if (node.kind !== 'lambda' || index !== 2 || places === undefined || list === undefined)
        return { node, environment };
      const schema = this.schemaOf(list, environment);
      const item = schema && (listItems(schema) ?? schema);
      const parameters = [0, 1].map((place) => (places.includes(place) ? item : undefined));
      return { node, environment: { ...environment, parameters } };
    });
  }

  #lambdaParts({ body, parameters }: LambdaSyntax, { parameters: given = [], ...around }: Environment): PlacedNode[] {
    const named = parameters.flatMap((parameter, index): [string, JsonSchema | undefined][] =>
      parameter.kind === 'variable' ? [[parameter.name, given[index]]] : [],
    );
    return [{ node: body, environment: withVariables(around, named) }];
  }
}

function withVariables(
  environment: Environment,
  named: readonly (readonly [string, JsonSchema | undefined])[],
): Environment {
  return named.length === 0
    ? environment
    : { ...environment, variables: new Map([...environment.variables, ...named]) };
}

const fieldOf = (schema: JsonSchema | undefined, name: string): JsonSchema | undefined =>
  schema === undefined ? undefined : schemaAt(schema, [name]);
