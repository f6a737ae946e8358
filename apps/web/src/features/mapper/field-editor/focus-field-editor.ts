/** The id of the editor on the page. */
export const fieldEditorId = 'field-editor';

/** Takes the keyboard into the editor of the field that was just selected, once it is shown. */
export function focusFieldEditor(): void {
  requestAnimationFrame(() => {
    document.getElementById(fieldEditorId)?.querySelector<HTMLElement>('button, input, textarea')?.focus();
  });
}
