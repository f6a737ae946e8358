import { TRPCClientError } from '@trpc/client';
import type { InputFault } from '#server/trpc/input-faults.ts';
import { errorText } from './error-text.ts';

export interface FieldErrors<Name extends string> {
  /** The sentences for these fields of the form, each for its field. */
  readonly at: Readonly<Partial<Record<Name, string>>>;
  /** Everything else; undefined if nothing is left to say. */
  readonly rest: string | undefined;
}

/** What a form says about a failed call: at its fields as far as it is about them, and below all of them otherwise. */
export const fieldErrors = <Name extends string>(error: unknown, ...names: readonly Name[]): FieldErrors<Name> => {
  const faults = faultsOf(error);
  const isOf = ({ field }: InputFault): boolean => (names as readonly string[]).includes(field);
  const others = faults.filter((fault) => !isOf(fault)).map(({ message }) => message);
  return {
    at: Object.fromEntries(faults.filter(isOf).map(({ field, message }) => [field, message])) as Partial<
      Record<Name, string>
    >,
    rest: faults.length === 0 ? textOf(error) : others.join(' ') || undefined,
  };
};

/** The same for a dialog that asks for one text, which the call knows by this name. */
export const dialogErrors = (
  error: unknown,
  name: string,
): { readonly error: string | undefined; readonly reasonError: string | undefined } => {
  const { at, rest } = fieldErrors(error, name);
  return { error: rest, reasonError: at[name] };
};

const textOf = (error: unknown): string | undefined =>
  error === null || error === undefined ? undefined : errorText(error);

const faultsOf = (error: unknown): readonly InputFault[] => {
  if (!(error instanceof TRPCClientError)) return [];
  const data: unknown = error.data;
  return typeof data === 'object' && data !== null && 'faults' in data && Array.isArray(data.faults)
    ? (data.faults as readonly InputFault[])
    : [];
};
