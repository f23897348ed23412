// How long a map of many plots takes in Chromium, and how smoothly it moves. Needs a running Kaiyuan with its demo:
//   node infra/bench/map-in-browser.mjs http://127.0.0.1:8080 10000
// Run from a folder where `npm install playwright-core` was done; CHROMIUM names the browser (/usr/bin/chromium).
import { createRequire } from 'node:module';
const { chromium } = createRequire(process.cwd() + '/')('playwright-core');

const [, , base = 'http://127.0.0.1:8080', count = '10000'] = process.argv;
const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' });
page.setDefaultTimeout(90_000);
await page.goto(base + '/login');
await page.locator('input:visible').first().fill('deyang-admin');
await page.locator('input[type=password]:visible').first().fill('Kaiyuan-demo-2026');
await page.keyboard.press('Enter');
await page.waitForURL(url => !url.pathname.startsWith('/login'));
await page.goto(base + '/plots?show=MAP');
await page.locator('ky-map[shown]').waitFor();
await page.waitForTimeout(3000); // until nothing else is asked

const measured = await page.evaluate(async count => {
  const ky = document.querySelector('ky-map'), map = ky.map, view = map.getView();
  ky.ask = () => {}; // the server's own plots stay away
  const across = Math.ceil(Math.sqrt(count)), step = 0.0012, west = 104.3, south = 31.05;
  const states = ky.given.legend.map(one => one.key);
  const features = [];
  for (let i = 0; i < count; i++) {
    const x = west + (i % across) * step, y = south + Math.floor(i / across) * step, w = step * 0.9;
    features.push({
      type: 'Feature', id: `p${i}`, properties: { c: states[i % states.length], n: `P-${i}`, t: '地块', h: i % 17 === 0 },
      geometry: { type: 'Polygon', coordinates: [[[x, y], [x + w, y], [x + w, y + w * 0.6], [x + w * 0.5, y + w], [x, y + w * 0.8], [x, y]]] },
    });
  }
  const text = JSON.stringify({ type: 'FeatureCollection', features });
  const side = across * step;
  view.fit(window.ol.proj.transformExtent([west, south, west + side, south + side], 'EPSG:4326', 'EPSG:3857'), { size: map.getSize() });
  const drawn = () => new Promise(done => map.once('rendercomplete', done));
  await drawn();
  const start = performance.now();
  ky.showPlots(text);
  await drawn();
  const shown = performance.now() - start;
  const frames = [];
  let last = performance.now(), going = true;
  const tick = () => { const now = performance.now(); frames.push(now - last); last = now; if (going) requestAnimationFrame(tick); };
  requestAnimationFrame(tick);
  const centre = view.getCenter(), far = view.getResolution() * 250;
  for (let i = 0; i < 8; i++) {
    await new Promise(done => view.animate({ center: [centre[0] + (i % 2 ? 0 : far), centre[1] + (i % 3 ? far / 2 : 0)], duration: 600 }, done));
  }
  going = false;
  frames.sort((a, b) => a - b);
  const at = share => frames[Math.min(frames.length - 1, Math.floor(frames.length * share))];
  return { bytes: text.length, shown, frames: frames.length, p50: at(0.5), p95: at(0.95), slowest: at(1) };
}, Number(count));
console.log(`${count} plots, ${measured.bytes.toLocaleString()} characters: drawn ${measured.shown.toFixed(0)} ms after the answer; `
  + `panning ${measured.frames} frames: p50 ${measured.p50.toFixed(1)} ms, p95 ${measured.p95.toFixed(1)} ms, slowest ${measured.slowest.toFixed(0)} ms`);
await browser.close();
