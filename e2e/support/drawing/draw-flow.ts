import type { Page } from '@playwright/test';
import type { FlowDocument } from '@throughline/core/flow';
import { renameStepId } from '@throughline/core/flow/edit';
import type { Step } from '@throughline/core/flow/step';
import { findStep, walkSteps, type BodyAddress } from '@throughline/core/flow/walk';
import type { Device, Offer } from './device.ts';
import { fillForm } from './fill-form.ts';
import { formOfStep } from './form-of-step.ts';
import { formOfSettings, formOfTrigger } from './forms-of-flow.ts';
import { withDrawnSlots } from './with-drawn-slots.ts';

/**
 * Draws a flow on an empty canvas: the trigger, each step in the order in which a person reads them, and the settings.
 * Returns what is then drawn: the same flow with the ids that the designer chose for its steps and their slots.
 */
export async function drawFlow(page: Page, device: Device, shipped: FlowDocument): Promise<FlowDocument> {
  const form = page.getByRole('complementary', { name: 'Selected step' });
  let wanted = withDrawnSlots(shipped);
  const ids = Array.from(walkSteps(wanted.body), ({ step }) => step.id);
  await device.showTrigger();
  await fillForm(device, form, formOfTrigger(wanted));
  const drawn: string[] = [];
  for (const id of ids) {
    const { step, address, index } = visited(wanted, id);
    await device.add({ address, index, behind: siblings(wanted, address)[index - 1]?.id }, offerOf(step));
    const drawnId = await newStep(page, drawn);
    drawn.push(drawnId);
    wanted = renameStepId(wanted, id, drawnId);
    await fillForm(device, form, formOfStep(visited(wanted, drawnId).step));
  }
  await device.showSettings();
  await fillForm(device, form, formOfSettings(wanted));
  return wanted;
}

function visited({ body }: FlowDocument, id: string) {
  const found = findStep(body, id);
  if (found === undefined) throw new Error(`There is no step ${id}.`);
  return found;
}

const siblings = (flow: FlowDocument, address: BodyAddress): readonly Step[] =>
  address.in === 'flow' ? flow.body : (visited(flow, address.stepId).step.bodies?.[address.slot] ?? []);

/** A step is found by what it works on, or else by its kind. */
function offerOf(step: Step): Offer {
  switch (step.kind) {
    case 'read':
    case 'write': {
      const { connection, object } = step.config;
      return { search: `${step.kind} ${connection} ${object}`, id: `${step.kind}-${connection}-${object}` };
    }
    case 'map':
      return { search: `map ${step.config.mapping}`, id: `map-${step.config.mapping}` };
    default:
      return { search: step.kind, id: `kind-${step.kind}` };
  }
}

/** Waits until a step that is not known yet is selected, with the focus in its form. Returns its id. */
async function newStep(page: Page, known: readonly string[]): Promise<string> {
  const found = await page.waitForFunction((before) => {
    const row = document.querySelector('[role="tree"] [data-row][aria-selected="true"]');
    const form = document.querySelector('[aria-label="Selected step"]');
    const id = row?.getAttribute('data-row') ?? '/';
    if (form === null || id.includes('/') || id.startsWith('@') || before.includes(id)) return undefined;
    const isShown = form.querySelector('input')?.value === row?.querySelector('span.truncate')?.textContent;
    return isShown && form.contains(document.activeElement) ? id : undefined;
  }, known);
  return (await found.jsonValue()) ?? '';
}
