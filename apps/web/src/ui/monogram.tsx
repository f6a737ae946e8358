import { classNames } from './class-names.ts';

interface MonogramProps {
  /** Two letters, for example `SF`. */
  readonly letters: string;
  readonly size?: 'small' | 'regular' | 'large';
  /** Read out instead of the letters; leave it out if the name is next to the tile. */
  readonly label?: string;
}

/** A system's neutral tile. */
export const Monogram = ({ letters, size = 'regular', label }: MonogramProps) => (
  <span
    {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    className={classNames(
      'inline-grid shrink-0 place-items-center rounded-md border border-line-strong bg-sunken font-mono font-semibold tracking-tight text-text',
      sizes[size],
    )}
  >
    {letters}
  </span>
);

const sizes = {
  small: 'size-5 rounded-sm text-[9px]',
  regular: 'size-6 text-[10px]',
  large: 'size-9 text-[13px]',
} as const;
