import { maskPersonalData } from '@throughline/core/masking';

interface Places<Row> {
  /** The fields that hold data of records. */
  readonly data?: readonly (keyof Row)[];
  /** The fields with sentences about the record, such as its label. */
  readonly texts?: readonly (keyof Row)[];
}

/**
 * A row with invented values in place of personal data in these of its fields. In the texts of a row without data, only
 * e-mail addresses and phone numbers are recognised.
 */
export const maskedRow = <Row extends object>(row: Row, { data = [], texts = [] }: Places<Row>): Row => {
  const { value, maskedText } = maskPersonalData(Object.fromEntries(data.map((name) => [name, row[name]])));
  return { ...row, ...(value as Partial<Row>), ...maskedTexts(row, texts, maskedText) };
};

/** These fields of a row, as far as they are texts, each without personal data. */
export const maskedTexts = <Row extends object>(
  row: Row,
  names: readonly (keyof Row)[],
  maskedText: (text: string) => string,
): Partial<Row> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const text = row[name];
      return typeof text === 'string' ? [[name, maskedText(text)]] : [];
    }),
  ) as Partial<Row>;
