import { createDraft } from './browser/create-draft.ts';
import { withPage } from './browser/with-page.ts';
import { longMapping } from './designer/long-mapping.ts';
await withPage(async (page) => {
  const key = await createDraft(page, 'mapping', longMapping());
  await page.goto(`/test/mappings/${key}`);
  await page.getByText('Runs on this sample.').waitFor();
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.start');
  const row = (side: string, name: string) =>
    page.getByRole('tree', { name: `${side} fields` }).getByRole('treeitem', { name: new RegExp(`\\b${name}\\b`) });
  await page.evaluate(() => {
    performance.mark('a');
  });
  for (const n of [1, 2, 3]) {
    await row('Source', `source${n}`).click();
    await row('Target', `target${n}`).click();
    await page.getByRole('menuitem').first().click();
    await page.waitForTimeout(1500);
  }
  const { profile } = await cdp.send('Profiler.stop');
  const self = new Map<string, number>();
  const dt = profile.timeDeltas ?? [];
  const byId = new Map(profile.nodes.map((n) => [n.id, n]));
  (profile.samples ?? []).forEach((id, i) => {
    const n = byId.get(id)!;
    const k = `${n.callFrame.functionName || '(anon)'} ${n.callFrame.url.split('/').pop()}:${n.callFrame.lineNumber}:${n.callFrame.columnNumber}`;
    self.set(k, (self.get(k) ?? 0) + (dt[i] ?? 0) / 1000);
  });
  console.log(
    [...self]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 28)
      .map(([k, v]) => `${v.toFixed(0)} ${k}`)
      .join('\n'),
  );
});
