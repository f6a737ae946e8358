import { z } from 'zod';

/** A whole number that fits into an integer column of the database: numbers of changes and revisions. */
export const databaseInteger = z.int().min(0).max(2_147_483_647);
