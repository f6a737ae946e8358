import type { PersonalField } from '@throughline/core/masking';

interface MaskedFieldsProps {
  readonly fields: readonly PersonalField[];
  readonly kept: ReadonlySet<string>;
  readonly onToggle: (field: string) => void;
}

/** Each field with personal data: its value, its replacement, and the choice to keep it. */
export const MaskedFields = ({ fields, kept, onToggle }: MaskedFieldsProps) => (
  <table aria-label="Personal data in this sample" className="w-full table-fixed border-collapse text-left">
    <thead>
      <tr className="border-b border-line text-caps text-muted">
        <th scope="col" className="py-1 font-medium">
          Field
        </th>
        <th scope="col" className="py-1 font-medium">
          In the sample
        </th>
        <th scope="col" className="py-1 font-medium">
          In the test
        </th>
        <th scope="col" className="w-16 py-1 font-medium">
          Keep
        </th>
      </tr>
    </thead>
    <tbody>
      {fields.map(({ field, kind, value, masked }) => (
        <tr key={field} className="border-b border-line align-top">
          <td className="py-1.5 pr-2">
            <span className="block font-mono text-small break-words">{field.replace(/^input\./, '')}</span>
            <span className="block text-small text-muted">{kind}</span>
          </td>
          <td className="py-1.5 pr-2 break-words text-muted">{value}</td>
          <td className="py-1.5 pr-2 break-words">{kept.has(field) ? value : masked}</td>
          <td className="py-1.5">
            <input
              type="checkbox"
              aria-label={`Keep ${field} as it is`}
              checked={kept.has(field)}
              onChange={() => onToggle(field)}
              className="size-4 accent-accent"
            />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);
