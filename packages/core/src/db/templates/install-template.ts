import { sql } from 'drizzle-orm';
import { flowSchema } from '../../flow/definition.ts';
import { createChange } from '../changes/create-change.ts';
import type { Checks } from '../changes/check-change.ts';
import { publishChange } from '../changes/publish-change.ts';
import { approveChange } from '../changes/review-change.ts';
import { submitChange } from '../changes/submit-change.ts';
import type { OrganisationTx } from '../client.ts';
import { createDefinition } from '../definitions/create-definition.ts';
import { definition } from '../schema/index.ts';
import type { DefinitionKind } from '../schema/definition.ts';

/** A working set of definitions, as the templates of this package are. */
export interface InstallableTemplate {
  readonly key: string;
  readonly title: string;
  readonly description: string;
  readonly definitions: readonly {
    readonly kind: DefinitionKind;
    readonly key: string;
    readonly name: string;
    readonly description: string;
    readonly document: unknown;
  }[];
}

export interface InstallTemplateInput {
  readonly template: InstallableTemplate;
  /** Author of the drafts, and owner of what is installed. */
  readonly installedBy: string;
  /** Who approves and publishes: another person. */
  readonly approvedBy: string;
  /** Where it goes live at once; none leaves the change in review. Their connections must exist. */
  readonly environmentIds: readonly string[];
}

export interface InstalledTemplate {
  /** `kind:key` of what was made now. */
  readonly installed: readonly string[];
  /** `kind:key` of what already existed. It belongs to the firm now and is left as it is. */
  readonly kept: readonly string[];
  /** Number of the change that brought it; null when there was nothing to do. */
  readonly changeNumber: number | null;
}

/**
 * Installs a template in the way that people work: drafts, a change, a review, a release. Running it again does
 * nothing.
 * @throws ChangeError when the template does not pass the checks, or a connection is missing
 */
export async function installTemplate(
  tx: OrganisationTx,
  input: InstallTemplateInput,
  checks: Checks,
): Promise<InstalledTemplate> {
  const { template, installedBy, approvedBy, environmentIds } = input;
  // Two installers at once: the second waits, then finds everything there.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`template:${template.key}`}, 0))`);
  const there = await tx.select({ kind: definition.kind, key: definition.key }).from(definition);
  const names = new Set(there.map(nameOf));
  const missing = template.definitions.filter((item) => !names.has(nameOf(item)));
  const kept = template.definitions.filter((item) => names.has(nameOf(item))).map(nameOf);
  if (missing.length === 0) return { installed: [], kept, changeNumber: null };
  const definitionIds: string[] = [];
  for (const item of missing) {
    const document = item.kind === 'flow' ? flowSchema.parse(item.document) : item.document;
    const made = await createDefinition(tx, { ...item, document, createdBy: installedBy });
    definitionIds.push(made.definitionId);
  }
  const { title, description } = template;
  const { changeId, number } = await createChange(tx, {
    title: `Install the template ${title}`,
    description,
    definitionIds,
    createdBy: installedBy,
  });
  const { submittedAt } = await submitChange(tx, { changeId, submittedBy: installedBy }, checks);
  if (environmentIds.length > 0) await approveChange(tx, { changeId, reviewedBy: approvedBy, submittedAt });
  for (const environmentId of environmentIds) {
    await publishChange(tx, { changeId, environmentId, publishedBy: approvedBy }, checks);
  }
  return { installed: missing.map(nameOf), kept, changeNumber: number };
}

const nameOf = ({ kind, key }: { kind: string; key: string }): string => `${kind}:${key}`;
