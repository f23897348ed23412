// What the portal's start page costs after the first visit, at 390 px in Chromium. Needs a running Kaiyuan with its demo:
//   node infra/bench/portal-in-browser.mjs http://127.0.0.1:8080
// Run from a folder where `npm install playwright-core` was done, or name it with KAIYUAN_PLAYWRIGHT; CHROMIUM names the browser.
import { createRequire } from 'node:module';
const { chromium } = createRequire((process.env.KAIYUAN_PLAYWRIGHT || process.cwd()) + '/')('playwright-core');

const [, , base = 'http://127.0.0.1:8080', limit = '150000'] = process.argv;
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox'] });
const context = await browser.newContext({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true, locale: 'zh-CN' });
const first = await context.newPage();
first.setDefaultTimeout(90_000);
await first.goto(base + '/login');
await first.locator('input:visible').first().fill('deyang-ent1');
await first.locator('input[type=password]:visible').first().fill('Kaiyuan-demo-2026');
await first.keyboard.press('Enter');
await first.waitForURL(url => !url.pathname.startsWith('/login'));

// a visit is over when nothing was asked for two seconds
const visit = async page => {
  const cdp = await context.newCDPSession(page);
  const asked = new Map();
  let bytes = 0, requests = 0, cached = 0, quiet = Date.now();
  await cdp.send('Network.enable');
  cdp.on('Network.requestWillBeSent', one => { asked.set(one.requestId, one.request.url); quiet = Date.now(); });
  cdp.on('Network.requestServedFromCache', () => cached++);
  cdp.on('Network.webSocketFrameReceived', one => { bytes += one.response.payloadData.length; quiet = Date.now(); });
  const heavy = [];
  cdp.on('Network.loadingFinished', one => {
    bytes += one.encodedDataLength;
    requests++;
    quiet = Date.now();
    heavy.push([one.encodedDataLength, asked.get(one.requestId)]);
  });
  const start = Date.now();
  await page.goto(base + '/portal', { waitUntil: 'load' });
  while (Date.now() - quiet < 2000) await page.waitForTimeout(100);
  await cdp.detach();
  heavy.sort((a, b) => b[0] - a[0]);
  return { bytes, requests, cached, millis: quiet - start, heavy: heavy.slice(0, 5).filter(one => one[0] > 1000) };
};

const said = (what, one) => {
  console.log(`${what}: ${one.bytes.toLocaleString('en')} bytes in ${one.requests} requests (${one.cached} from the cache), ${one.millis} ms`);
  one.heavy.forEach(([bytes, url]) => console.log(`    ${bytes.toLocaleString('en')}  ${String(url).replace(base, '').slice(0, 100)}`));
};
said('first visit of the start page', await visit(first));
await first.close();
const again = [];
for (let i = 0; i < 3; i++) {
  const page = await context.newPage();
  again.push(await visit(page));
  await page.close();
}
again.sort((a, b) => a.bytes - b.bytes);
said('portal start page after the first visit', again[1]);
console.log(again[1].bytes <= Number(limit) ? `met (≤ ${Number(limit).toLocaleString('en')})` : `missed (≤ ${Number(limit).toLocaleString('en')})`);
await browser.close();
