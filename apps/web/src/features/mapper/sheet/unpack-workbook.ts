/** The XML of a workbook's first sheet, or why it is not unpacked. */
export type UnpackedSheet = { readonly xml: string } | { readonly problem: string };

const mostUnpackedBytes = 30 * 1024 * 1024;
const mostParts = 500;

/**
 * Unpacks the first sheet of a workbook.
 * @throws Error if the bytes are no packed file
 */
export async function unpackFirstSheet(bytes: Uint8Array, name: string): Promise<UnpackedSheet> {
  const { unzipSync } = await import('fflate');
  let size = 0;
  let parts = 0;
  // The parts claim their sizes, and unpacking stops at those, so that a small file cannot fill the memory.
  const found = unzipSync(bytes, {
    filter: ({ name: part, originalSize }) => {
      parts += 1;
      size += originalSize;
      return size <= mostUnpackedBytes && parts <= mostParts && /\.(?:xml|rels)$/.test(part);
    },
  });
  if (parts > mostParts)
    return { problem: `“${name}” consists of more than ${mostParts} files. Export the sheet anew.` };
  if (size > mostUnpackedBytes) {
    const megabytes = (size / 1024 / 1024).toFixed(1);
    return { problem: `“${name}” becomes ${megabytes} MB when it is unpacked, which is too much.` };
  }
  const decoder = new TextDecoder();
  const textOf = (part: string): string => decoder.decode(found[part]);
  const path = firstSheetPath(textOf('xl/workbook.xml'), textOf('xl/_rels/workbook.xml.rels'));
  if (path === undefined || found[path] === undefined) return { problem: `“${name}” has no sheet with cells.` };
  return { xml: textOf(path) };
}

/** Sheets are listed in the workbook, and their files are named in its relations. */
function firstSheetPath(workbook: string, relations: string): string | undefined {
  const [sheet] = tagsOf(workbook, 'sheet').filter((tag) => attributeOf(tag, 'name') !== undefined);
  const id = sheet === undefined ? undefined : attributeOf(sheet, 'id');
  const target = tagsOf(relations, 'Relationship').find((tag) => id !== undefined && attributeOf(tag, 'Id') === id);
  const path = target === undefined ? undefined : attributeOf(target, 'Target');
  return path?.startsWith('/') === true ? path.slice(1) : path && `xl/${path}`;
}

const tagsOf = (xml: string, name: string): readonly string[] =>
  [...xml.matchAll(new RegExp(`<(?:[\\w.-]+:)?${name}(?=[\\s/>])[^<]*`, 'g'))].map(([tag]) => tag);

const attributeOf = (tag: string, name: string): string | undefined => {
  const [, double, single] = new RegExp(`[\\s:]${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag) ?? [];
  return double ?? single;
};
