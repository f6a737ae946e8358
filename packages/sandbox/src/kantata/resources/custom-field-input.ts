import type { KantataStore } from '../api/kantata-store.ts';
import { ACCOUNT_ID } from '../api/kantata-store.ts';
import type { HasMany } from '../api/resource.ts';
import type { Attributes, KantataRecord } from '../api/record.ts';
import { KantataError, invalid } from '../kantata-error.ts';
import { idText } from './checks.ts';

export function valuesOf(store: KantataStore, subjectType: string, subjectId: string): KantataRecord[] {
  return store
    .where('custom_field_values', 'subject_id', subjectId)
    .filter((each) => each['subject_type'] === subjectType);
}

export function customFieldValues(subjectType: string): HasMany {
  return {
    idsKey: 'custom_field_value_ids',
    resource: 'custom_field_values',
    ids: (record, store) => valuesOf(store, subjectType, record.id).map((each) => each.id),
  };
}

/** The `custom_fields` list of a create or update: `[{custom_field_id, value}]`. */
export function saveCustomFields(
  store: KantataStore,
  userId: string,
  subjectType: string,
  subjectId: string,
  list: unknown,
): void {
  if (!Array.isArray(list)) return;
  for (const each of list as Attributes[]) {
    const fieldId = idText(each['custom_field_id']);
    const field = store.get('custom_fields', fieldId);
    if (field === undefined || field['subject_type'] !== subjectType) {
      throw new KantataError(422, invalid('custom_fields', `Custom field ${String(fieldId)} must exist`));
    }
    const known = valuesOf(store, subjectType, subjectId).find((value) => value['custom_field_id'] === fieldId);
    if (known !== undefined) store.update('custom_field_values', known.id, { value: each['value'], setter_id: userId });
    else {
      store.insert('custom_field_values', {
        subject_type: subjectType,
        subject_id: subjectId,
        custom_field_id: fieldId,
        value: each['value'] ?? null,
        setter_id: userId,
        account_id: ACCOUNT_ID,
      });
    }
  }
}
