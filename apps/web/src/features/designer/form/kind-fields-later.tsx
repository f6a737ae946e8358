'use client';
import type { KindFieldsProps } from '#features/mapper/field-editor/form-scope.ts';
import { Later, ShownLater } from '#ui/later.ts';

/** Most rows compare a field with a fixed value. What else a value can be made of is loaded when somebody chooses it. */
const kindFields = new Later(async () => (await import('#features/mapper/field-editor/kind-fields.tsx')).KindFields);

export const KindFieldsLater = (props: KindFieldsProps) => <ShownLater later={kindFields} props={props} />;
