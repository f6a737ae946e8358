import { valueMapSchema, type FlowDocument } from '@throughline/core/flow';
import { readFlow } from '@throughline/core/flow/read-flow';
import type { ValueMapTables } from '@throughline/core/mapping';
import { mappingDocument, type MappingDocument } from '@throughline/core/mapping/document';
import { valueMapTable } from '@throughline/core/mapping/value-map-table';
import { businessFailure } from '../failures/step-failure.ts';

type Table = Readonly<Record<string, unknown>>;
export type LoadDocument = (versionId: string) => Promise<unknown>;

/** Versions are immutable, so what was read of one holds for every run of this process. */
const parsed = new Map<string, Promise<unknown>>();
const maxParsed = 2000;

/** The documents a run uses: its pinned versions, or in a test run the drafts given instead. */
export class PinnedDocuments {
  readonly #pins: Readonly<Record<string, string>>;
  readonly #drafts: Readonly<Record<string, unknown>>;
  readonly #load: LoadDocument;

  constructor(pins: Readonly<Record<string, string>>, drafts: Readonly<Record<string, unknown>>, load: LoadDocument) {
    this.#pins = pins;
    this.#drafts = drafts;
    this.#load = load;
  }

  mapping(key: string): Promise<MappingDocument> {
    return this.#document('mapping', key, (document) => mappingDocument.parse(document));
  }

  flow(key: string): Promise<FlowDocument> {
    return this.#document('flow', key, (document) => {
      const read = readFlow(document);
      if (read.isReadable) return read.flow;
      throw businessFailure('FLOW_UNREADABLE', `The flow "${key}" cannot be read: ${read.problem}`);
    });
  }

  valueMap(key: string): Promise<Table> {
    return this.#document('value-map', key, (document) => valueMapTable(valueMapSchema.parse(document)));
  }

  /** Tables by name; one that is not published is left out, and `$valueMap` says so. */
  async tables(names: readonly string[] | 'all'): Promise<ValueMapTables> {
    const wanted = names === 'all' ? this.#names('value-map') : names.filter((name) => this.#has('value-map', name));
    const entries = wanted.map(async (name) => [name, await this.valueMap(name)] as const);
    return Object.fromEntries(await Promise.all(entries));
  }

  #has(kind: string, key: string): boolean {
    return Object.hasOwn(this.#drafts, `${kind}:${key}`) || Object.hasOwn(this.#pins, `${kind}:${key}`);
  }

  #names(kind: string): string[] {
    const names = [...Object.keys(this.#pins), ...Object.keys(this.#drafts)];
    return [...new Set(names)].filter((name) => name.startsWith(`${kind}:`)).map((name) => name.slice(kind.length + 1));
  }

  async #document<Document>(kind: string, key: string, parse: (document: unknown) => Document): Promise<Document> {
    const name = `${kind}:${key}`;
    const draft = this.#drafts[name];
    if (draft !== undefined) return parse(draft);
    const versionId = this.#pins[name];
    if (versionId === undefined) {
      throw businessFailure(
        'DEFINITION_NOT_PUBLISHED',
        `The ${kind.replace('-', ' ')} "${key}" has no published version in this environment. Publish it, then replay.`,
      );
    }
    return remember(versionId, async () => parse(await this.#load(versionId)));
  }
}

function remember<Document>(versionId: string, read: () => Promise<Document>): Promise<Document> {
  const known = parsed.get(versionId);
  if (known !== undefined) return known as Promise<Document>;
  const reading = read();
  for (const oldest of parsed.keys()) {
    if (parsed.size < maxParsed) break;
    parsed.delete(oldest);
  }
  parsed.set(versionId, reading);
  // A failure to read is not a property of the version, so it is not kept.
  reading.catch(() => parsed.delete(versionId));
  return reading;
}
