import { z } from 'zod';

/** Fields of every paged list's input. */
export const pageFields = {
  page: z.int().min(1).max(100_000).default(1),
  pageSize: z.int().min(1).max(200).default(50),
};

export interface PageRequest {
  readonly page: number;
  readonly pageSize: number;
}

export interface Page<Row> extends PageRequest {
  readonly rows: readonly Row[];
  /** Over all pages. */
  readonly total: number;
}

export const offsetOf = ({ page, pageSize }: PageRequest): number => (page - 1) * pageSize;
