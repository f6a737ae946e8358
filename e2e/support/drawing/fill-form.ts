import type { Locator } from '@playwright/test';
import type { FieldValue } from '@throughline/core/flow/field-value';
import type { Device } from './device.ts';
import type { FormField } from './form-field.ts';

/** Fills in what a form does not say yet, from top to bottom. */
export async function fillForm(device: Device, form: Locator, fields: readonly FormField[]): Promise<void> {
  for (const field of fields) await fillField(device, form, field);
}

async function fillField(device: Device, form: Locator, field: FormField): Promise<void> {
  switch (field.is) {
    case 'text':
      return write(
        device,
        labelled(form, 'textbox', field.label).or(labelled(form, 'combobox', field.label)),
        field.text,
      );
    case 'number':
      return write(device, labelled(form, 'spinbutton', field.label), field.text);
    case 'choice': {
      const select = labelled(form, 'combobox', field.label);
      if ((await select.textContent()) !== field.option) await device.choose(select, field.option);
      return;
    }
    case 'tick': {
      const box = form.getByRole('checkbox', { name: new RegExp(`^${field.label}\\b`) });
      if (!(await box.isChecked())) await device.tick(box);
      return;
    }
    case 'value':
      return give(device, labelled(form, 'group', field.label), field.value);
    case 'rows':
      return fillRows(device, form, field);
    case 'section': {
      const header = form.getByRole('button', { name: field.label, exact: true });
      if ((await header.getAttribute('aria-expanded')) === 'false') await device.press(header);
      return fillForm(device, form, field.fields);
    }
  }
}

/** A label also says that its field is required. */
const labelled = (form: Locator, role: 'textbox' | 'combobox' | 'spinbutton' | 'group', label: string): Locator =>
  form.getByRole(role, { name: new RegExp(`^${label}( required)?$`) });

async function write(device: Device, control: Locator, text: string): Promise<void> {
  if ((await control.evaluate(textOf)) !== text) await device.write(control, text);
}

const kinds = { literal: 'Text', data: 'Data', expression: 'Expression' } as const;

async function give(device: Device, group: Locator, { kind, value }: FieldValue): Promise<void> {
  const radio = group.getByRole('radio', { name: kinds[kind], exact: true });
  if ((await radio.getAttribute('aria-checked')) !== 'true') await device.switchTo(radio);
  await write(device, group.locator('textarea, input, .cm-content'), String(value));
}

async function fillRows(
  device: Device,
  form: Locator,
  { label, add, rows: wanted }: Extract<FormField, { is: 'rows' }>,
): Promise<void> {
  const list = form.getByRole('group', { name: label, exact: true });
  const rows = list.locator(':scope > div');
  let count = await rows.count();
  for (; count > wanted.length; count -= 1) {
    await device.press(list.getByRole('button', { name: `Remove ${label.toLowerCase()} ${count}`, exact: true }));
  }
  for (const [index, fields] of wanted.entries()) {
    if (index >= count) await device.press(list.getByRole('button', { name: add, exact: true }));
    await fillForm(device, rows.nth(index), fields);
  }
}

/** Runs in the page. */
function textOf(control: Element): string {
  if (control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement) return control.value;
  if (control.querySelector('.cm-placeholder') !== null) return '';
  return Array.from(control.querySelectorAll('.cm-line'), (line) => line.textContent).join('\n');
}
