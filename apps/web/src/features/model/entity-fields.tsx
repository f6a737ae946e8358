import type { EntityJsonSchema } from '@throughline/core/canonical/entity-json-schema';
import { flattenFields } from './flatten-fields.ts';

interface EntityFieldsProps {
  readonly schema: EntityJsonSchema;
  readonly text: string;
}

/** The fields as a table: title and path, type, meaning. */
export const EntityFields = ({ schema, text }: EntityFieldsProps) => {
  const wanted = text.trim().toLowerCase();
  const fields = flattenFields(schema).filter(({ path, title, description }) =>
    `${path} ${title} ${description}`.toLowerCase().includes(wanted),
  );
  if (fields.length === 0) return <p className="p-4 text-muted">No field matches.</p>;
  return (
    <div className="overflow-x-auto">
      <table aria-label="Fields" className="w-full border-collapse text-left">
        <thead>
          <tr className="border-b border-line text-caps text-muted [&_th]:px-4 [&_th]:py-1.5 [&_th]:font-medium">
            <th scope="col">Field</th>
            <th scope="col" className="max-sm:hidden">
              Type
            </th>
            <th scope="col">Meaning</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field.path} className="border-b border-line align-top last:border-b-0 [&_td]:px-4 [&_td]:py-1.5">
              <td style={{ paddingLeft: 16 + field.depth * 16 }}>
                <span className="block font-medium">
                  {field.title}
                  {field.isRequired && <span className="text-small font-normal text-muted"> required</span>}
                </span>
                <span className="block font-mono text-small break-all text-muted">{field.path}</span>
              </td>
              <td className="whitespace-nowrap text-muted max-sm:hidden">{field.type}</td>
              <td>
                {field.description}
                {field.choices.length > 0 && (
                  <span className="mt-0.5 flex flex-wrap gap-1">
                    {field.choices.map((choice) => (
                      <code key={choice} className="rounded-sm bg-sunken px-1 font-mono text-small">
                        {choice}
                      </code>
                    ))}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
