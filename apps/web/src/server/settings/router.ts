import { z } from 'zod';
import { pageFields } from '../paging.ts';
import { period, periodStart } from '../runs/period.ts';
import { procedureFor, router } from '../trpc/procedures.ts';
import { listAudit } from './list-audit.ts';
import { updateOrganisation } from './update-organisation.ts';
import { visibleText } from '../visible-text.ts';

const timeZones: ReadonlySet<string> = new Set(['UTC', ...Intl.supportedValuesOf('timeZone')]);

export const settingsRouter = router({
  audit: procedureFor('admin', 'approver')
    .input(
      z.object({
        text: z.string().trim().max(200).default(''),
        actor: z.string().optional(),
        since: period.default(''),
        ...pageFields,
      }),
    )
    .query(({ ctx, input }) =>
      ctx.inOrganisation((tx) => listAudit(tx, { ...input, from: periodStart(input.since, Date.now()) })),
    ),

  updateOrganisation: procedureFor('admin')
    .input(
      z.object({
        name: visibleText(120, 'A name is needed.'),
        timeZone: z.string().refine((zone) => timeZones.has(zone), 'Choose a time zone such as Europe/London'),
      }),
    )
    .mutation(({ ctx, input }) =>
      ctx.inOrganisation((tx) =>
        updateOrganisation(tx, { ...input, organisationId: ctx.organisation.id, updatedBy: ctx.person.id }),
      ),
    ),
});
