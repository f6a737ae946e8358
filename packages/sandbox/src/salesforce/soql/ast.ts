/** A field by its path from the queried object: `Account.Owner.Name` is three names. */
export interface Path {
  readonly names: readonly string[];
  readonly position: number;
}

export type Literal =
  | { readonly kind: 'string'; readonly value: string; readonly position: number }
  | { readonly kind: 'number'; readonly value: number; readonly position: number }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly position: number }
  | { readonly kind: 'null'; readonly position: number }
  /** `YYYY-MM-DD`. */
  | { readonly kind: 'date'; readonly value: string; readonly position: number }
  /** An instant, as written. */
  | { readonly kind: 'datetime'; readonly value: string; readonly position: number }
  /** TODAY, LAST_N_DAYS:30 …: upper case, with its number if it takes one. */
  | { readonly kind: 'relative'; readonly name: string; readonly count: number | null; readonly position: number };

export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'like';

export type Condition =
  | { readonly kind: 'and' | 'or'; readonly conditions: readonly Condition[] }
  | { readonly kind: 'not'; readonly condition: Condition }
  | { readonly kind: 'comparison'; readonly path: Path; readonly operator: ComparisonOperator; readonly value: Literal }
  | {
      readonly kind: 'in';
      readonly path: Path;
      readonly isNegated: boolean;
      readonly values: readonly Literal[] | Query;
    };

export type SelectItem =
  | { readonly kind: 'field'; readonly path: Path }
  | { readonly kind: 'children'; readonly query: Query }
  | {
      readonly kind: 'aggregate';
      readonly name: AggregateName;
      readonly path: Path | null;
      readonly alias: string | null;
      readonly position: number;
    };

export type AggregateName = 'count' | 'count_distinct' | 'sum' | 'avg' | 'min' | 'max';

export interface OrderItem {
  readonly path: Path;
  readonly isDescending: boolean;
  readonly areNullsLast: boolean;
}

export interface Query {
  readonly select: readonly SelectItem[];
  /** Object, or child relationship in a subquery. */
  readonly from: { readonly name: string; readonly alias: string | null; readonly position: number };
  readonly where: Condition | null;
  readonly groupBy: readonly Path[];
  readonly orderBy: readonly OrderItem[];
  readonly limit: number | null;
  readonly offset: number;
}
