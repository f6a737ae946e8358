import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import { pageStyle } from './page-style.ts';

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

/** One line above the page about what was just done. */
export interface Notice {
  readonly kind: 'done' | 'refused';
  readonly text: string;
}

export const layout = (title: string, notice: Notice | undefined, content: Html): Html =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}, stand-in</title>
        <style>
          ${raw(pageStyle)}
        </style>
      </head>
      <body>
        <header><h1>${title}, stand-in</h1></header>
        <main>
          ${notice === undefined ? '' : html`<div role="${notice.kind === 'done' ? 'status' : 'alert'}">${notice.text}</div>`}
          ${content}
        </main>
      </body>
    </html>`;
