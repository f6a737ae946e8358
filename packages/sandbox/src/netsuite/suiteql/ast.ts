/** A value that SuiteQL computes with. Booleans do not exist; NetSuite shows them as 'T' and 'F'. */
export type Scalar = string | number | Date | null;

export type ComparisonOperator = '=' | '<>' | '<' | '<=' | '>' | '>=';
export type ArithmeticOperator = '+' | '-' | '*' | '/' | '||';

export type Expression =
  | { readonly kind: 'literal'; readonly value: Scalar }
  | { readonly kind: 'parameter'; readonly index: number }
  | { readonly kind: 'column'; readonly table: string | undefined; readonly name: string }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[]; readonly star: boolean }
  | { readonly kind: 'not'; readonly operand: Expression }
  | { readonly kind: 'negate'; readonly operand: Expression }
  | { readonly kind: 'logic'; readonly operator: 'AND' | 'OR'; readonly left: Expression; readonly right: Expression }
  | {
      readonly kind: 'compare';
      readonly operator: ComparisonOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'arithmetic';
      readonly operator: ArithmeticOperator;
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'in';
      readonly operand: Expression;
      readonly values: readonly Expression[];
      readonly negated: boolean;
    }
  | {
      readonly kind: 'between';
      readonly operand: Expression;
      readonly low: Expression;
      readonly high: Expression;
      readonly negated: boolean;
    }
  | { readonly kind: 'like'; readonly operand: Expression; readonly pattern: Expression; readonly negated: boolean }
  | { readonly kind: 'is-null'; readonly operand: Expression; readonly negated: boolean }
  | {
      readonly kind: 'case';
      readonly branches: readonly { readonly condition: Expression; readonly result: Expression }[];
      readonly otherwise: Expression;
    };

export type SelectItem =
  | { readonly kind: 'star'; readonly table: string | undefined }
  | { readonly kind: 'expression'; readonly expression: Expression; readonly alias: string | undefined };

export interface TableReference {
  readonly table: string;
  readonly alias: string;
}

export interface Join {
  readonly kind: 'inner' | 'left';
  readonly source: TableReference;
  readonly on: Expression;
}

export interface OrderItem {
  readonly expression: Expression;
  readonly descending: boolean;
  readonly nulls: 'first' | 'last' | undefined;
}

export interface Query {
  readonly distinct: boolean;
  readonly columns: readonly SelectItem[];
  readonly from: TableReference;
  readonly joins: readonly Join[];
  readonly where: Expression | undefined;
  readonly groupBy: readonly Expression[];
  readonly having: Expression | undefined;
  readonly orderBy: readonly OrderItem[];
  readonly fetchFirst: number | undefined;
}
