interface Mirrored {
  /** What the page was rendered with. */
  readonly rendered: string;
  /** What the address bar says now. */
  readonly address: string;
  /** What screen and address agreed on last. */
  readonly agreed: string;
}

/**
 * Whether the address names something that the screen does not show yet. The router renders an address some time after it
 * changed, so on a busy machine it may render one that was replaced already.
 */
export const isNewInUrl = ({ rendered, address, agreed }: Mirrored): boolean =>
  rendered !== agreed && rendered === address;
