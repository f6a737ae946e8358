import { html } from 'hono/html';
import { FAULT_KINDS } from '../faults.ts';
import type { PageAction, SandboxSystem, SystemContext } from '../system.ts';
import type { Html } from './page-layout.ts';

/** A page of more would be slow to read and to draw. */
const MOST_ROWS = 200;
const MOST_REQUESTS = 50;

/** What a person can do here, what was asked, what is in it, and which faults are switched on. */
export const mainPage = (system: SandboxSystem, context: SystemContext): Html => html`
  ${(system.actions ?? []).map((action) => actionSection(action, context))} ${requestSection(context)}
  ${recordSection(context)} ${faultSection(context)}
`;

function actionSection(action: PageAction, context: SystemContext): Html {
  const offered = action.offers(context);
  return html`<section aria-label="${action.title}">
    <h2>${action.title}</h2>
    <p>${action.about}</p>
    ${
      offered.length === 0
        ? html`<p>There is nothing left to choose.</p>`
        : html`<div class="scroll" tabindex="0" role="region" aria-label="${action.title}: records">
            <table>
              <tbody>
                ${offered.slice(0, MOST_ROWS).map(
                  ({ id, name, facts }) =>
                    html`<tr>
                      <td>${name}</td>
                      <td class="facts">${facts.join(' · ')}</td>
                      <td class="act">
                        <form method="post" action="/__page/actions/${action.id}">
                          <input type="hidden" name="id" value="${id}" />
                          <button aria-label="${action.button}: ${name}">${action.button}</button>
                        </form>
                      </td>
                    </tr>`,
                )}
              </tbody>
            </table>
          </div>`
    }
  </section>`;
}

function requestSection({ ledger }: SystemContext): Html {
  const requests = ledger.requests().slice(-MOST_REQUESTS).toReversed();
  return html`<section aria-label="What was asked">
    <h2>What was asked</h2>
    <p>The last ${MOST_REQUESTS} requests to the API, the newest first.</p>
    ${
      requests.length === 0
        ? html`<p>Nothing was asked since it started.</p>`
        : html`<div class="scroll" tabindex="0" role="region" aria-label="Requests">
            <table>
              <thead>
                <tr>
                  <th scope="col">Time</th>
                  <th scope="col">Request</th>
                  <th scope="col">Status</th>
                  <th scope="col">Fault</th>
                </tr>
              </thead>
              <tbody>
                ${requests.map(
                  ({ at, method, path, status, fault }) =>
                    html`<tr>
                      <td><time>${at.slice(11, 19)}</time></td>
                      <td><code>${method} ${path}</code></td>
                      <td>${status ?? 'no answer'}</td>
                      <td>${fault ?? ''}</td>
                    </tr>`,
                )}
              </tbody>
            </table>
          </div>`
    }
  </section>`;
}

function recordSection({ state }: SystemContext): Html {
  const shown = shownCollections(state);
  return html`<section aria-label="What is in it">
    <h2>What is in it</h2>
    <table>
      <tbody>
        ${shown.map(
          (name) =>
            html`<tr>
              <td><a href="/__page/records/${encodeURIComponent(name)}">${name}</a></td>
              <td>${state.collection(name).size}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

/** Internal collections hold sessions and settings. */
export const shownCollections = (state: SystemContext['state']): string[] =>
  state.collectionNames().filter((name) => !name.startsWith('__') && state.collection(name).size > 0);

function faultSection({ faults }: SystemContext): Html {
  const active = faults.list();
  return html`<section aria-label="Faults">
    <h2>Faults</h2>
    <p>A fault is played on the next requests that fit, and is then spent. In a path, * stands for any characters.</p>
    ${
      active.length === 0
        ? ''
        : html`<table>
            <tbody>
              ${active.map(
                ({ id, kind, match, remainingCount }) =>
                  html`<tr>
                    <td>${kind}</td>
                    <td><code>${match?.method ?? 'any method'} ${match?.path ?? 'any path'}</code></td>
                    <td>${remainingCount} left</td>
                    <td class="act">
                      <form method="post" action="/__page/faults/remove">
                        <input type="hidden" name="id" value="${id}" />
                        <button aria-label="Switch off ${kind}">Switch off</button>
                      </form>
                    </td>
                  </tr>`,
              )}
            </tbody>
          </table>`
    }
    <form method="post" action="/__page/faults">
      <label
        >Kind
        <select name="kind">
          ${FAULT_KINDS.map((kind) => html`<option>${kind}</option>`)}
        </select></label
      >
      <label>Method <input name="method" placeholder="any" maxlength="10" size="8" /></label>
      <label>Path <input name="path" placeholder="any" maxlength="300" size="40" /></label>
      <label>Times <input name="count" type="number" min="1" max="1000" value="1" /></label>
      <button>Switch on</button>
    </form>
  </section>`;
}

/** The newest records of a collection as they are stored. */
export function recordsPage({ state }: SystemContext, name: string): Html {
  const records = state.collection(name).entries();
  const newest = records.slice(-MOST_ROWS).toReversed();
  return html`<section aria-label="${name}">
    <h2>${name}</h2>
    <p>
      ${
        newest.length < records.length
          ? `The last ${newest.length} of ${records.length} records, the newest first.`
          : `${records.length} records, the newest first.`
      }
      <a href="/">Back</a>
    </p>
    <table>
      <tbody>
        ${newest.map(
          ([id, record]) =>
            html`<tr>
              <td><code>${id}</code></td>
              <td>
                <details>
                  <summary>${titleOf(record)}</summary>
                  <pre>${JSON.stringify(record, null, 2)}</pre>
                </details>
              </td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

/** The value of the first field that is a name or title, in whatever case the vendor writes it. */
function titleOf(record: object): string {
  const [, value] =
    Object.entries(record).find(
      ([field, held]) => /^(name|title|full_name|companyname|entityid)$/i.test(field) && typeof held === 'string',
    ) ?? [];
  return typeof value === 'string' ? value : 'Record';
}
