/** Gives the focus to the first field inside. Its text is selected, as it is when Tab leads there. */
export function focusFirstField(host: Element | null | undefined): void {
  const field = host?.querySelector<HTMLElement>('.cm-content, input, textarea, button[role="combobox"]');
  field?.focus();
  if (field instanceof HTMLInputElement) field.select();
}
