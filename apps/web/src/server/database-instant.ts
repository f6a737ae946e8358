import { z } from 'zod';

const [earliest, latest] = [new Date('0001-01-01T00:00:00Z'), new Date('9999-12-31T23:59:59.999Z')];

/** An instant that the database can store, with a year of four digits. */
export const databaseInstant = z
  .date()
  .min(earliest, 'The year has to be between 1 and 9999')
  .max(latest, 'The year has to be between 1 and 9999');

/** The same, sent as ISO 8601 text. */
export const databaseInstantText = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .pipe(databaseInstant);
