/**
 * A list with one object per different value of a field. In the object, `$key` is that value and `$items` are the items
 * that have it.
 */
export function groupText(list: string, key: string, object: string, indentation: string): string {
  const inner = `${indentation}  `;
  return [
    `[$map($distinct(${list}.${key}), function($key) {(`,
    `${inner}$items := ${list}[${key} = $key];`,
    `${inner}${object}`,
    `${indentation})})]`,
  ].join('\n');
}
