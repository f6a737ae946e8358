'use client';
import type { KindFieldsProps } from '#features/mapper/field-editor/form-scope.ts';
import { Later } from '#ui/later.ts';
import { ShownLater } from '#ui/shown-later.tsx';

/** Most rows compare a field with a fixed value. What else a value can be made of is loaded when somebody chooses it. */
const kindFields = new Later(async () => (await import('#features/mapper/field-editor/kind-fields.tsx')).KindFields);

export const KindFieldsLater = (props: KindFieldsProps) => <ShownLater later={kindFields} props={props} />;
