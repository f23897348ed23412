// Files that go to the server in pieces: over a network that breaks, and on after the page was loaded anew.
(() => {
  if (customElements.get('ky-pieces')) return;

  const KEPT = 'kaiyuan.pieces'; // in localStorage: what is not finished, and where it lies
  const DAY = 24 * 60 * 60 * 1000; // as long as the server keeps it
  const PATIENCE = 90000; // ms for one request
  const LONGEST_PAUSE = 30000; // ms between two tries
  const SAMPLE = 65536; // bytes
  const OVER = ['done', 'refused', 'again'];

  const meta = name => document.querySelector(`meta[name="${name}"]`)?.content;

  function kept() {
    try {
      const all = JSON.parse(localStorage.getItem(KEPT) || '{}');
      for (const key of Object.keys(all)) if (!(Date.now() - all[key].at < DAY)) delete all[key];
      return all;
    } catch { // private windows may refuse
      return {};
    }
  }

  function keep(key, entry) {
    try {
      const all = kept();
      if (entry) all[key] = entry;
      else delete all[key];
      localStorage.setItem(KEPT, JSON.stringify(all));
    } catch { /* then it is not remembered */ }
  }

  /** A number for both ends of the file: its name, size and time may be another's, in an album all are called image.jpg. */
  async function sample(file) {
    let sum = 0x811c9dc5;
    for (const end of [file.slice(0, SAMPLE), file.slice(Math.max(0, file.size - SAMPLE))]) {
      for (const byte of new Uint8Array(await end.arrayBuffer())) sum = Math.imul(sum ^ byte, 0x01000193);
    }
    return (sum >>> 0).toString(36);
  }

  class Refused extends Error {
    constructor(status, sentence, offset) {
      super(sentence || `${status}`);
      this.status = status;
      this.sentence = sentence;
      this.offset = offset;
    }
  }

  async function ask(method, path, headers, body) {
    const gone = new AbortController();
    const late = setTimeout(() => gone.abort(), PATIENCE);
    try {
      const answer = await fetch(path, {
        method,
        body,
        credentials: 'same-origin',
        redirect: 'manual',
        cache: 'no-store',
        signal: gone.signal,
        headers: {
          'Accept-Language': document.documentElement.lang || 'zh-CN',
          [meta('_csrf_header') || 'X-CSRF-TOKEN']: meta('_csrf'),
          ...headers,
        },
      });
      if (answer.ok) return answer;
      const problem = (answer.headers.get('Content-Type') || '').includes('json') ? await answer.json() : {};
      throw new Refused(answer.status, problem.detail, answer.headers.get('Upload-Offset'));
    } finally {
      clearTimeout(late);
    }
  }

  class KyPieces extends HTMLElement {
    items = [];

    connectedCallback() {
      if (Object.prototype.hasOwnProperty.call(this, 'setup')) {
        // was set before this class was there
        const early = this.setup;
        delete this.setup;
        this.setup = early;
      }
      this.back = () => this.items.forEach(item => item.wake?.());
      window.addEventListener('online', this.back);
      this.build();
    }

    disconnectedCallback() {
      window.removeEventListener('online', this.back);
      this.items.forEach(item => { item.stopped = true; item.wake?.(); });
      this.items = [];
      this.built = false;
      this.replaceChildren();
    }

    get setup() { return this.given; }

    set setup(given) {
      this.given = given;
      if (this.built) this.dress();
      else this.build();
    }

    word(name, ...values) {
      return values.reduce((text, value, i) => text.replace(`{${i}}`, value), this.given.words[name] || '');
    }

    // ---- what is seen ----

    build() {
      if (!this.isConnected || !this.given || this.built) return;
      this.built = true;
      this.zone = this.make('div', 'zone-of-drop');
      this.choose = this.make('button', 'choose');
      this.camera = this.make('button', 'camera');
      this.hint = this.make('span', 'hint');
      this.picker = this.input();
      this.shooter = this.input();
      this.shooter.accept = 'image/*';
      this.shooter.setAttribute('capture', 'environment');
      this.choose.addEventListener('click', () => this.picker.click());
      this.camera.addEventListener('click', () => this.shooter.click());
      this.note = this.make('div', 'hint');
      this.note.setAttribute('role', 'alert');
      this.rows = this.make('ul', 'piece-rows');
      this.zone.append(this.choose, this.camera, this.hint, this.picker, this.shooter);
      this.zone.addEventListener('dragover', over => { over.preventDefault(); this.zone.classList.add('over'); });
      this.zone.addEventListener('dragleave', () => this.zone.classList.remove('over'));
      this.zone.addEventListener('drop', dropped => {
        dropped.preventDefault();
        this.zone.classList.remove('over');
        this.take(dropped.dataTransfer.files);
      });
      this.append(this.zone, this.note, this.rows);
      this.dress();
      this.recall();
    }

    dress() {
      this.choose.textContent = this.word('choose');
      this.camera.textContent = this.word('camera');
      for (const button of [this.choose, this.camera]) {
        if (this.given.label) button.setAttribute('aria-label', `${button.textContent} ${this.given.label}`);
      }
      this.camera.hidden = !this.given.camera || !matchMedia('(pointer: coarse)').matches;
      this.hint.textContent = this.word('drop');
      this.picker.multiple = this.given.most > 1;
      this.picker.accept = this.given.types.map(type => `.${type}`).join(',');
    }

    make(tag, name) {
      const made = document.createElement(tag);
      made.className = name;
      if (tag === 'button') made.type = 'button';
      return made;
    }

    input() {
      const input = this.make('input', 'picker');
      input.type = 'file';
      input.hidden = true;
      input.addEventListener('change', () => {
        this.take(input.files);
        input.value = ''; // so that the same file can be chosen again
      });
      return input;
    }

    row(item) {
      item.row = this.make('li', 'piece-row');
      const said = this.make('div', 'said');
      const name = this.make('div', 'name');
      name.textContent = item.name;
      item.said = this.make('div', 'state');
      item.said.setAttribute('aria-live', 'polite');
      item.bar = document.createElement('progress');
      item.bar.max = 100;
      item.bar.setAttribute('aria-label', item.name);
      item.retry = this.make('button', 'retry');
      item.retry.textContent = this.word('retry');
      item.retry.addEventListener('click', () => this.again(item));
      item.cancel = this.make('button', 'cancel');
      item.cancel.addEventListener('click', () => this.giveUp(item));
      said.append(name, item.said, item.bar);
      item.row.append(said, item.retry, item.cancel);
      this.rows.append(item.row);
    }

    show(item, state, sentence) {
      item.state = state;
      const percent = item.size ? Math.floor(100 * (item.offset || 0) / item.size) : 0;
      item.row.className = `piece-row ${state}`;
      const text = sentence || this.word(state, percent);
      if (item.said.textContent !== text) item.said.textContent = text;
      item.bar.value = state === 'done' ? 100 : percent;
      item.bar.hidden = state === 'refused' || state === 'done';
      item.retry.hidden = state !== 'refused' || !item.file;
      item.cancel.hidden = state === 'checking';
      item.cancel.textContent = this.word(OVER.includes(state) && state !== 'again' ? 'remove' : 'cancel');
      item.cancel.setAttribute('aria-label', `${item.cancel.textContent} ${item.name}`);
    }

    // ---- what is done ----

    async key(file) {
      const { kind, record, place } = this.given;
      return [kind, record, ...(place ? [place] : []), file.name, file.size, file.lastModified, await sample(file)].join('|');
    }

    /** What was not finished when the page was left stays in sight. */
    recall() {
      const all = kept();
      for (const [key, entry] of Object.entries(all)) {
        if (entry.kind !== this.given.kind || entry.record !== this.given.record) continue;
        if ((entry.place || '') !== (this.given.place || '')) continue;
        const item = { key, id: entry.id, name: entry.name, size: entry.size, offset: entry.offset };
        this.items.push(item);
        this.row(item);
        this.show(item, 'again');
      }
    }

    async take(files) {
      const chosen = [...files];
      this.note.textContent = chosen.length > this.given.most ? this.word('tooMany') : '';
      for (const file of chosen.slice(0, this.given.most)) await this.add(file).catch(() => this.unreadable());
      this.work();
    }

    unreadable() {
      this.note.textContent = this.word('failed');
    }

    async add(file) {
      const key = await this.key(file);
      let item = this.items.find(one => one.key === key);
      if (item && !OVER.includes(item.state)) return; // is on its way
      if (!item) {
        item = { key, name: file.name, size: file.size };
        this.items.push(item);
        this.row(item);
      }
      item.file = file;
      item.stopped = false;
      item.id ||= kept()[key]?.id;
      item.offset = undefined;
      const fault = this.fault(file);
      if (fault) item.file = null; // there is nothing to try again
      this.show(item, fault ? 'refused' : 'waiting', fault);
    }

    fault(file) {
      const type = file.name.slice(file.name.lastIndexOf('.') + 1).toLowerCase();
      if (!this.given.types.includes(type)) return this.word('wrongType');
      if (file.size === 0) return this.word('empty');
      return file.size > this.given.largest ? this.word('tooLarge') : '';
    }

    again(item) {
      item.offset = undefined;
      item.stopped = false;
      this.show(item, 'waiting');
      this.work();
    }

    /** One after another: a bad network is not shared. */
    async work() {
      if (this.working) return;
      this.working = true;
      try {
        for (let item; (item = this.items.find(one => one.state === 'waiting'));) await this.send(item);
      } finally {
        this.working = false;
      }
    }

    async send(item) {
      const way = { pause: 1000, piece: this.given.piece, strayed: 0, anew: false };
      this.show(item, 'sending');
      while (!item.stopped) {
        try {
          await this.step(item, way);
          if (item.state === 'done') return;
        } catch (fault) {
          if (item.stopped) return;
          if (!await this.overcome(item, way, fault)) return;
        }
      }
    }

    async step(item, way) {
      const path = `uploads/${item.id}`;
      if (!item.id) {
        const { kind, record } = this.given;
        const begun = await ask('POST', 'uploads', {},
          new URLSearchParams({ kind, record, name: item.name, bytes: item.size }));
        item.id = (await begun.json()).id;
        item.offset = 0;
        this.remember(item);
      } else if (item.offset === undefined) {
        item.offset = Number((await ask('GET', path)).headers.get('Upload-Offset'));
        this.show(item, 'sending');
      } else if (item.offset < item.size) {
        const began = Date.now();
        const piece = item.file.slice(item.offset, item.offset + way.piece);
        const answer = await ask('PATCH', path,
          { 'Content-Type': 'application/octet-stream', 'Upload-Offset': item.offset }, piece);
        item.offset = Number(answer.headers.get('Upload-Offset'));
        way.pause = 1000;
        way.strayed = 0;
        if (Date.now() - began < 3000) way.piece = Math.min(this.given.piece, way.piece * 2);
        if (item.stopped) return;
        this.remember(item);
        this.show(item, 'sending');
      } else {
        this.show(item, 'checking');
        const finished = await (await ask('POST', `${path}/finish`)).json();
        keep(item.key);
        item.id = null;
        item.file = null;
        this.show(item, 'done');
        this.dispatchEvent(new CustomEvent('ky-uploaded', { detail: { file: finished.file } }));
      }
    }

    /** Whether it goes on. */
    async overcome(item, way, fault) {
      const status = fault.status;
      if (fault.name === 'NotReadableError' || fault.name === 'NotFoundError') { // the file changed on the device
        this.show(item, 'refused', this.word('failed'));
        return false;
      }
      if (status === undefined || status === 0 || status === 408 || status === 429 || status >= 500) {
        way.piece = Math.max(this.given.smallest, Math.floor(way.piece / 2));
        this.show(item, 'offline', status >= 500 && fault.sentence);
        await this.pause(item, way);
        item.offset = item.id ? undefined : item.offset; // what arrived, the server knows
        return true;
      }
      if (status === 409 && fault.offset !== null && way.strayed++ < 5) {
        item.offset = Number(fault.offset);
        return true;
      }
      if (status === 404 && item.id && !way.anew) { // its time was over, or somebody else began it
        way.anew = true;
        item.id = null;
        item.offset = undefined;
        keep(item.key);
        return true;
      }
      if (status === 422) {
        keep(item.key); // for good
        item.id = null;
        item.file = null;
      }
      const signedOut = (status === 401 || status === 403) && !fault.sentence;
      this.show(item, 'refused', signedOut ? this.word('ended') : fault.sentence || this.word('failed'));
      return false;
    }

    pause(item, way) {
      return new Promise(done => {
        const later = navigator.onLine === false ? 0 : setTimeout(() => item.wake?.(), way.pause);
        item.wake = () => { clearTimeout(later); item.wake = null; done(); };
        way.pause = Math.min(LONGEST_PAUSE, way.pause * 2);
      });
    }

    remember(item) {
      const { kind, record, place } = this.given;
      const at = kept()[item.key]?.at || Date.now();
      keep(item.key, { id: item.id, kind, record, place, name: item.name, size: item.size, offset: item.offset, at });
    }

    giveUp(item) {
      item.stopped = true;
      item.wake?.();
      if (item.id) ask('DELETE', `uploads/${item.id}`).catch(() => {}); // else its time will be over
      keep(item.key);
      this.items = this.items.filter(one => one !== item);
      item.row.remove();
      this.choose.focus();
    }
  }

  customElements.define('ky-pieces', KyPieces);
})();
