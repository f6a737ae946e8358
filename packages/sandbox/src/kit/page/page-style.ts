/** Follows the reader's theme, and needs no script and no other file. */
export const pageStyle = `
:root { color-scheme: light dark; --line: light-dark(#d7dee5, #2b3640); --muted: light-dark(#4d5b68, #9fb0bf);
  --raised: light-dark(#fff, #151c22); --accent: light-dark(#0b6b74, #5fc6cf); --bad: light-dark(#a61b1b, #ff9c9c); }
* { box-sizing: border-box; }
body { margin: 0; font: 13px/1.45 system-ui, sans-serif; background: light-dark(#f5f8fa, #0d1216);
  color: light-dark(#16202a, #e6edf3); }
header, main { max-width: 1080px; margin: 0 auto; padding: 16px 20px; }
h1 { font-size: 18px; margin: 0; }
h2 { font-size: 14px; margin: 0 0 8px; }
p { margin: 4px 0 10px; color: var(--muted); max-width: 75ch; }
section { background: var(--raised); border: 1px solid var(--line); border-radius: 8px; padding: 14px 16px; margin: 0 0 14px; }
.scroll { max-height: 420px; overflow: auto; border: 1px solid var(--line); border-radius: 6px; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: 5px 10px; border-bottom: 1px solid var(--line); vertical-align: top; }
td code, td pre { overflow-wrap: anywhere; }
th { color: var(--muted); font-weight: 500; position: sticky; top: 0; background: var(--raised); }
tr:last-child td { border-bottom: 0; }
td time, td.act { white-space: nowrap; }
code, pre { font: 12px/1.5 ui-monospace, monospace; }
pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
form { margin: 0; display: flex; gap: 8px; flex-wrap: wrap; align-items: end; }
label { display: flex; flex-direction: column; gap: 3px; color: var(--muted); }
input, select, button { font: inherit; color: inherit; background: var(--raised); border: 1px solid light-dark(#7d8b98, #6b7a88);
  border-radius: 6px; padding: 4px 10px; min-height: 28px; }
button { cursor: pointer; white-space: nowrap; }
button:hover { border-color: var(--accent); }
a { color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
[role=status], [role=alert] { border-left: 3px solid var(--accent); padding: 8px 12px; margin: 0 0 14px; background: var(--raised); }
[role=alert] { border-color: var(--bad); color: var(--bad); }
.facts { color: var(--muted); }
td.act { width: 1%; }
`;
