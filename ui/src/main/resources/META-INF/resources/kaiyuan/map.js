// A map over OpenLayers: shows what the server sends of the view, says what was looked at, chosen, drawn and measured.
(() => {
  if (customElements.get('ky-map')) return;

  const GROUND = 'EPSG:3857';
  const DEGREES = 'EPSG:4326'; // CGCS2000 and WGS 84 agree to centimetres
  const MU = 10000 / 15; // m²
  const ROOM = 48; // pixels around what is to be seen
  const PATIENCE = 30000; // ms until the library has come, or never will
  const NAMED = 4; // metres a pixel: nearer than this, plots bear their number

  const number = (value, digits = 2) => Number(value).toLocaleString('en-US', { maximumFractionDigits: digits });

  class KyMap extends HTMLElement {
    steps = [];

    connectedCallback() {
      if (Object.prototype.hasOwnProperty.call(this, 'setup')) {
        // was set before this class was there
        const early = this.setup;
        delete this.setup;
        this.setup = early;
      }
      this.begin();
    }

    disconnectedCallback() {
      clearTimeout(this.later);
      clearTimeout(this.asking);
      this.resized?.disconnect();
      this.themed?.disconnect();
      this.dark?.removeEventListener('change', this.redraw);
      this.printed?.();
      this.map?.setTarget(null);
      this.map = null;
      this.replaceChildren();
    }

    get setup() { return this.given; }

    set setup(given) {
      const first = !this.given;
      this.given = given;
      if (!first && this.map) {
        this.legend();
        this.plots.changed();
      }
      this.begin();
    }

    begin() {
      if (!this.isConnected || !this.given || this.map) return;
      if (!window.ol) {
        clearTimeout(this.later);
        this.since ||= Date.now();
        if (Date.now() - this.since > PATIENCE) this.textContent = this.word('missing');
        else this.later = setTimeout(() => this.begin(), 40);
        return;
      }
      this.build();
      (this.queue || []).splice(0).forEach(call => call());
    }

    /** What the server says before the library is there waits for it. */
    when(call) {
      if (this.map) call(); else (this.queue ||= []).push(call);
    }

    word(key) { return this.given.words[key] || key; }

    build() {
      const ol = window.ol;
      this.stage = Object.assign(document.createElement('div'), { className: 'map-stage', tabIndex: 0 });
      this.stage.setAttribute('role', 'application');
      this.stage.setAttribute('aria-label', this.word('map'));
      this.cross = Object.assign(document.createElement('div'), { className: 'map-cross' });
      this.cross.setAttribute('aria-hidden', 'true');
      this.tools = Object.assign(document.createElement('div'), { className: 'map-tools' });
      this.tools.setAttribute('role', 'toolbar');
      this.tools.setAttribute('aria-label', this.word('tools'));
      this.key = Object.assign(document.createElement('div'), { className: 'map-legend' });
      this.said = Object.assign(document.createElement('div'), { className: 'map-said' });
      this.said.setAttribute('role', 'status');
      this.headline = Object.assign(document.createElement('div'), { className: 'map-headline' });
      this.append(this.headline, this.stage, this.cross, this.tools, this.key, this.said);

      const drawn = source => new ol.layer.Vector({ source, style: feature => this.drawnStyle(feature) });
      this.layerSource = new ol.source.Vector();
      this.layers = new ol.layer.Vector({ source: this.layerSource, style: (feature, resolution) => this.layerStyle(feature, resolution) });
      this.plotSource = new ol.source.Vector();
      // an image, so that thousands of plots move with the finger
      this.plots = new ol.layer.VectorImage({
        source: this.plotSource, imageRatio: 1.6, declutter: true, style: (feature, resolution) => this.plotStyle(feature, resolution),
      });
      this.chosenSource = new ol.source.Vector();
      this.faultSource = new ol.source.Vector();
      this.drawSource = new ol.source.Vector();
      this.measureSource = new ol.source.Vector();
      const view = new ol.View({ projection: GROUND, center: ol.proj.fromLonLat([104.4, 31.1]), zoom: 12, maxZoom: 22, constrainResolution: false });
      this.map = new ol.Map({
        target: this.stage,
        view,
        layers: [
          ...this.base(),
          this.layers,
          this.plots,
          new ol.layer.Vector({ source: this.chosenSource, style: () => this.chosenStyle() }),
          new ol.layer.Vector({ source: this.faultSource, style: feature => this.faultStyle(feature) }),
          drawn(this.drawSource),
          new ol.layer.Vector({ source: this.measureSource, style: feature => this.measureStyle(feature) }),
        ],
        controls: [
          new ol.control.Zoom({ zoomInTipLabel: this.word('nearer'), zoomOutTipLabel: this.word('farther') }),
          new ol.control.Rotate({ autoHide: false, tipLabel: this.word('north'), label: 'N' }),
          new ol.control.ScaleLine({ units: 'metric' }),
          new ol.control.Attribution({ collapsible: false }),
        ],
      });
      if (this.given.home) this.flyTo(this.given.home, 0);
      this.map.on('moveend', () => this.ask());
      this.map.on('change:size', () => {
        if (this.sized()) {
          // what was to be seen is seen in the room that there is now, until somebody has moved the map
          if (this.fitted) this.fit(this.fitted, 0);
          this.ask();
        }
      });
      this.map.on('singleclick', event => this.click(event));
      this.map.on('pointermove', event => {
        if (!event.dragging && !this.mode) {
          this.stage.style.cursor = this.at(event.pixel) ? 'pointer' : '';
        }
      });
      this.stage.addEventListener('keydown', event => this.typed(event));
      for (const name of ['pointerdown', 'wheel', 'keydown']) {
        this.stage.addEventListener(name, () => { this.fitted = null; }, { passive: true });
      }
      this.boxes = new ol.interaction.DragBox({
        className: 'map-box', condition: event => this.mode === 'box' || ol.events.condition.platformModifierKeyOnly(event),
      });
      this.boxes.on('boxend', () => {
        const extent = this.boxes.getGeometry().getExtent();
        this.selected(feature => feature.getGeometry().intersectsExtent(extent));
        if (this.mode === 'box') this.turn(null);
      });
      this.map.addInteraction(this.boxes);
      this.buttons();
      this.legend();
      this.resized = new ResizeObserver(() => this.map?.updateSize());
      this.resized.observe(this);
      this.redraw = () => { this.styles = null; this.map?.getLayers().forEach(layer => layer.changed()); };
      this.themed = new MutationObserver(this.redraw);
      this.themed.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'theme', 'class'] });
      this.dark = matchMedia('(prefers-color-scheme: dark)');
      this.dark.addEventListener('change', this.redraw);
    }

    base() {
      const ol = window.ol, base = this.given.base;
      if (!base) return [];
      const shared = { url: base.url, attributions: base.attribution };
      this.baseLayer = new ol.layer.Tile({
        visible: false,
        source: base.kind === 'WMTS' ? this.tiles(base, shared) : new ol.source.XYZ({ ...shared, maxZoom: base.maxZoom }),
      });
      return [this.baseLayer];
    }

    /** A WMTS whose levels are those of the web's usual squares, as 天地图's matrix set "w" is. */
    tiles(base, shared) {
      const ol = window.ol, extent = ol.proj.get(GROUND).getExtent();
      const levels = [...Array(base.maxZoom + 1).keys()];
      const widest = ol.extent.getWidth(extent) / 256;
      return new ol.source.WMTS({
        ...shared, layer: base.layer, matrixSet: base.matrixSet, style: 'default', format: base.format,
        tileGrid: new ol.tilegrid.WMTS({
          origin: ol.extent.getTopLeft(extent), resolutions: levels.map(level => widest / 2 ** level), matrixIds: levels.map(String),
        }),
      });
    }

    // ---- what the server says

    showPlots(text) {
      this.when(() => {
        this.plotSource.clear(true);
        this.plotSource.addFeatures(this.read(text));
        this.mark(this.marked);
        this.setAttribute('shown', this.plotSource.getFeatures().length);
      });
    }

    showLayers(text) {
      this.when(() => {
        this.layerSource.clear(true);
        this.layerSource.addFeatures(this.read(text));
      });
    }

    showFaults(text) {
      this.when(() => {
        this.faultSource.clear(true);
        const faults = this.read(text);
        this.faultSource.addFeatures(faults);
        this.setAttribute('faults', faults.length);
        if (faults.length) this.fit(this.faultSource.getExtent());
      });
    }

    /** @param ids of those chosen */
    mark(ids) {
      this.marked = ids || [];
      this.when(() => {
        this.chosenSource.clear(true);
        for (const id of this.marked) {
          const feature = this.plotSource.getFeatureById(id);
          if (feature) this.chosenSource.addFeature(new window.ol.Feature(feature.getGeometry()));
        }
      });
    }

    /** @param box west, south, east, north in degrees */
    flyTo(box, duration = 350) {
      this.when(() => this.fit(window.ol.proj.transformExtent(box, DEGREES, GROUND), duration));
    }

    sized() {
      const size = this.map?.getSize();
      return Boolean(size && size[0] > 2 * ROOM && size[1] > 2 * ROOM);
    }

    fit(extent, duration = 350) {
      const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
      this.fitted = extent;
      this.map.updateSize();
      if (!this.sized()) return; // nothing is laid out yet
      this.map.getView().cancelAnimations();
      // the view learns of a new size only after the map has told of it
      this.map.getView().fit(extent, { size: this.map.getSize(), padding: [ROOM, ROOM, ROOM, ROOM], maxZoom: 17, duration: still ? 0 : duration });
    }

    /** Puts a shape under the pencil. */
    edit(text) {
      this.when(() => {
        this.steps = [];
        this.drawSource.clear();
        this.drawSource.addFeatures(this.read(text));
        this.turn('edit');
        if (this.drawSource.getFeatures().length) this.fit(this.drawSource.getExtent());
      });
    }

    pencil(mode) { this.when(() => this.turn(mode)); }

    clean() {
      this.when(() => { this.steps = []; this.turn(null); this.drawSource.clear(); this.faultSource.clear(); this.removeAttribute('faults'); });
    }

    read(text) {
      const json = typeof text === 'string' ? JSON.parse(text) : text;
      return new window.ol.format.GeoJSON().readFeatures(json, { dataProjection: DEGREES, featureProjection: GROUND });
    }

    // ---- what the person does

    ask() {
      clearTimeout(this.asking);
      this.asking = setTimeout(() => {
        if (!this.map || this.printing) return;
        if (!this.sized()) return;
        const view = this.map.getView(), size = this.map.getSize();
        const box = window.ol.proj.transformExtent(view.calculateExtent(size), GROUND, DEGREES);
        const metres = window.ol.proj.getPointResolution(GROUND, view.getResolution(), view.getCenter());
        this.tell('ky-view', { box, metres });
      }, 120);
    }

    tell(name, detail) { this.dispatchEvent(new CustomEvent(name, { detail })); }

    at(pixel) {
      return this.map.forEachFeatureAtPixel(pixel, feature => feature.getId() && feature, {
        hitTolerance: 3, layerFilter: layer => layer === this.plots,
      });
    }

    click(event) {
      if (this.mode) return;
      const feature = this.at(event.pixel);
      this.tell('ky-pick', feature ? feature.getId() : '');
    }

    typed(event) {
      if (event.key === 'Enter' && !this.mode && event.target === this.stage) {
        const size = this.map.getSize();
        const feature = this.at([size[0] / 2, size[1] / 2]);
        if (feature) this.tell('ky-pick', feature.getId());
      } else if (event.key === 'Escape' && this.mode) {
        this.turn(null);
      } else if ((event.ctrlKey || event.metaKey) && event.key === 'z' && this.mode) {
        event.preventDefault();
        this.undo();
      }
    }

    selected(test) {
      const ids = this.plotSource.getFeatures().filter(test).map(feature => feature.getId());
      this.mark(ids);
      this.tell('ky-selected', ids.join(','));
    }

    // ---- tools

    buttons() {
      this.tools.replaceChildren();
      const add = (name, symbol, act, pressed) => {
        const button = Object.assign(document.createElement('button'), { type: 'button', title: this.word(name) });
        button.dataset.tool = name;
        button.setAttribute('aria-label', this.word(name));
        if (pressed) button.setAttribute('aria-pressed', 'false');
        button.innerHTML = `<svg viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${symbol}</svg>`;
        button.addEventListener('click', act);
        this.tools.append(button);
      };
      const has = tool => this.given.tools.includes(tool);
      const toggle = mode => () => this.turn(this.mode === mode ? null : mode);
      add('whole', "<path d='M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5'/>", () => this.whole());
      if (has('select')) {
        add('box', "<path d='M4 4h16v16H4z' stroke-dasharray='3 2.5'/>", toggle('box'), true);
        add('polygon', "<path d='m5 8 8-4 7 7-4 9-10-3z' stroke-dasharray='3 2.5'/>", toggle('polygon'), true);
      }
      if (has('measure')) {
        add('length', "<path d='M3 17 17 3l4 4L7 21zM7 13l2 2M10 10l2 2M13 7l2 2'/>", toggle('length'), true);
        add('area', "<path d='m4 7 9-3 7 6-3 10-11-2zM9 11l6 5M9 15l4 3M12 9l4 3'/>", toggle('area'), true);
      }
      if (has('draw')) {
        add('draw', "<path d='m4 8 8-4 8 5-3 10-10 1z'/><circle cx='4' cy='8' r='1.6'/><circle cx='12' cy='4' r='1.6'/><circle cx='20' cy='9' r='1.6'/>", toggle('draw'), true);
        add('hole', "<path d='m3.500 7 9-4 8 6-3 11-11 1z'/><path d='M9 10h5v5H9z' stroke-dasharray='2 2'/>", toggle('hole'), true);
        add('edit', "<path d='m4 20 1-4.500L16.500 4l3.500 3.500L8.500 19z'/>", toggle('edit'), true);
        add('undo', "<path d='M9 7 4 11l5 4M4 11h10a6 6 0 0 1 0 9h-3'/>", () => this.undo());
      }
      if (has('print')) add('print', "<path d='M7 8V3h10v5M7 17H4V8h16v9h-3M7 14h10v7H7z'/>", () => this.print());
    }

    turn(mode) {
      const ol = window.ol;
      (this.pencils || []).forEach(one => this.map.removeInteraction(one));
      this.pencils = [];
      this.mode = mode;
      this.drawing = null;
      this.stage.style.cursor = mode ? 'crosshair' : '';
      this.tools.querySelectorAll('[aria-pressed]').forEach(button =>
        button.setAttribute('aria-pressed', String(button.dataset.tool === mode)));
      if (mode !== 'length' && mode !== 'area') this.measureSource.clear();
      this.said.textContent = mode ? this.word(`${mode}.how`) : '';
      if (mode === 'polygon') {
        const draw = this.pen('Polygon', new ol.source.Vector());
        draw.on('drawend', event => {
          const shape = event.feature.getGeometry();
          this.selected(feature => shape.intersectsCoordinate(this.middle(feature)));
          setTimeout(() => this.turn(null));
        });
      } else if (mode === 'length' || mode === 'area') {
        const draw = this.pen(mode === 'length' ? 'LineString' : 'Polygon', this.measureSource);
        draw.on('drawstart', event => {
          this.measureSource.clear();
          event.feature.getGeometry().on('change', change => { this.said.textContent = this.measured(change.target); });
        });
        draw.on('drawend', event => { this.said.textContent = this.measured(event.feature.getGeometry()); });
      } else if (mode === 'draw') {
        const draw = this.pen('Polygon', this.drawSource);
        draw.on('drawstart', () => this.remember());
        draw.on('drawabort', () => this.steps.pop());
        draw.on('drawend', () => setTimeout(() => { this.turn('edit'); this.changed(); }));
      } else if (mode === 'hole') {
        const draw = this.pen('Polygon', new ol.source.Vector());
        draw.on('drawend', event => this.cut(event.feature.getGeometry()));
      } else if (mode === 'line') {
        const draw = this.pen('LineString', this.measureSource);
        draw.on('drawend', event => {
          const line = event.feature.getGeometry().clone().transform(GROUND, DEGREES);
          setTimeout(() => { this.turn(null); this.tell('ky-line', JSON.stringify(line.getCoordinates())); });
        });
      } else if (mode === 'edit') {
        const modify = new ol.interaction.Modify({ source: this.drawSource });
        modify.on('modifystart', () => this.remember());
        modify.on('modifyend', () => this.changed());
        this.hold(modify);
      }
      if (mode && mode !== 'box') {
        this.hold(new ol.interaction.Snap({ source: this.plotSource, pixelTolerance: 8 }));
        this.hold(new ol.interaction.Snap({ source: this.drawSource, pixelTolerance: 8 }));
      }
    }

    pen(type, source) {
      this.drawing = new window.ol.interaction.Draw({ type, source, stopClick: true });
      this.hold(this.drawing);
      return this.drawing;
    }

    hold(interaction) {
      this.pencils.push(interaction);
      this.map.addInteraction(interaction);
    }

    middle(feature) {
      const shape = feature.getGeometry();
      return shape.getType() === 'Polygon' ? shape.getInteriorPoint().getCoordinates() : shape.getInteriorPoints().getFirstCoordinate();
    }

    /** A ring inside one of the drawn parts becomes its hole. */
    cut(ring) {
      const inside = ring.getInteriorPoint().getCoordinates();
      const target = this.drawSource.getFeatures().find(one => one.getGeometry().intersectsCoordinate(inside));
      if (target) {
        this.remember();
        const shape = target.getGeometry();
        const coordinates = shape.getCoordinates();
        if (shape.getType() === 'Polygon') {
          target.setGeometry(new window.ol.geom.Polygon([...coordinates, ring.getCoordinates()[0]]));
        } else {
          const part = shape.getPolygons().findIndex(one => one.intersectsCoordinate(inside));
          coordinates[part] = [...coordinates[part], ring.getCoordinates()[0]];
          target.setGeometry(new window.ol.geom.MultiPolygon(coordinates));
        }
      }
      setTimeout(() => { this.turn('edit'); this.changed(); });
    }

    /** What is drawn, to come back to. */
    remember() {
      this.steps.push(this.drawSource.getFeatures().map(one => one.getGeometry().clone()));
    }

    undo() {
      if (this.drawing && this.mode !== 'edit') {
        this.drawing.removeLastPoint();
        return;
      }
      const step = this.steps.pop();
      if (!step) return;
      this.drawSource.clear();
      this.drawSource.addFeatures(step.map(shape => new window.ol.Feature(shape)));
      this.changed();
    }

    /** All drawn parts together are one shape. */
    changed() {
      const parts = [];
      for (const feature of this.drawSource.getFeatures()) {
        const shape = feature.getGeometry().clone().transform(GROUND, DEGREES);
        if (shape.getType() === 'Polygon') parts.push(shape.getCoordinates());
        else if (shape.getType() === 'MultiPolygon') parts.push(...shape.getCoordinates());
      }
      const all = this.drawSource.getFeatures().map(one => one.getGeometry());
      this.said.textContent = all.length ? this.written(all.reduce((sum, one) => sum + window.ol.sphere.getArea(one), 0)) : '';
      this.dispatchEvent(new Event('change', { bubbles: true })); // as a field that was typed into
      this.tell('ky-drawn', parts.length ? JSON.stringify({ type: 'MultiPolygon', coordinates: parts }) : '');
    }

    measured(shape) {
      if (shape.getType() === 'LineString') {
        const metres = window.ol.sphere.getLength(shape);
        return metres < 1000 ? `${number(metres, 1)} m` : `${number(metres / 1000, 3)} km`;
      }
      return this.written(window.ol.sphere.getArea(shape));
    }

    written(squareMetres) {
      return `${number(squareMetres / MU)} ${this.word('mu')} · ${number(squareMetres, 0)} m²`;
    }

    whole() {
      if (this.given.home) this.flyTo(this.given.home);
      else if (this.plotSource.getFeatures().length) this.fit(this.plotSource.getExtent());
    }

    /** A3, landscape; the page's own print dialog does the rest. */
    print() {
      if (this.printing) return;
      this.printing = true;
      const view = this.map.getView();
      const extent = view.calculateExtent(this.map.getSize());
      this.headline.textContent = `${this.given.title}　${new Date().toLocaleDateString('sv')}`;
      document.documentElement.classList.add('map-print');
      this.classList.add('printed');
      const fold = this.key.querySelector('details'), open = fold?.open;
      if (fold) fold.open = true;
      this.printed = () => {
        window.removeEventListener('afterprint', this.printed);
        document.documentElement.classList.remove('map-print');
        this.classList.remove('printed');
        if (fold) fold.open = open;
        this.map.updateSize();
        view.fit(extent);
        this.printing = false;
        this.printed = null;
      };
      window.addEventListener('afterprint', this.printed);
      this.map.updateSize();
      view.fit(extent);
      this.map.once('rendercomplete', () => window.print());
      this.map.renderSync();
    }

    // ---- looks

    colour(css) {
      this.probe ||= Object.assign(document.createElement('span'), { hidden: true });
      if (!this.probe.isConnected) this.append(this.probe);
      this.probe.style.color = css;
      return getComputedStyle(this.probe).color;
    }

    style(name, make) {
      this.styles ||= {};
      return this.styles[name] ||= make(window.ol.style);
    }

    soft(colour, share) {
      // colours come resolved, as rgb()
      const parts = colour.match(/[\d.]+/g);
      return `rgba(${parts[0]}, ${parts[1]}, ${parts[2]}, ${share})`;
    }

    plotStyle(feature, resolution) {
      const kind = feature.get('c'), held = feature.get('h');
      const styles = [this.style(`plot ${kind} ${held}`, s => {
        const entry = this.given.legend.find(one => one.key === kind);
        const colour = this.colour(entry ? entry.colour : 'var(--ky-quiet)');
        return new s.Style({
          fill: new s.Fill({ color: this.soft(colour, 0.55) }),
          stroke: new s.Stroke({ color: colour, width: held ? 2.5 : 1.2, lineDash: held ? [7, 4] : undefined }),
        });
      })];
      if (resolution < NAMED) {
        const name = feature.get('n'), title = feature.get('t');
        const shown = resolution < NAMED / 2.5 && title && title !== name ? `${name}\n${title}` : name;
        const label = this.style(`label ${shown}`, s => new s.Style({
          text: new s.Text({
            text: shown, font: `12px ${getComputedStyle(this).fontFamily}`, overflow: false,
            fill: new s.Fill({ color: this.colour('var(--ky-text)') }),
            stroke: new s.Stroke({ color: this.colour('var(--ky-surface)'), width: 3 }),
          }),
        }));
        styles.push(label);
      }
      return styles;
    }

    layerStyle(feature, resolution) {
      const kind = feature.get('c');
      const said = resolution < NAMED / 2 ? feature.get('n') || '' : '';
      return this.style(`layer ${kind} ${said}`, s => {
        const entry = this.given.layers.find(one => one.key === kind);
        const colour = this.colour(entry ? entry.colour : 'var(--ky-quiet)');
        return new s.Style({
          fill: new s.Fill({ color: this.soft(colour, entry && entry.outline ? 0 : 0.16) }),
          stroke: new s.Stroke({ color: colour, width: 1.6, lineDash: entry && entry.outline ? [10, 5] : undefined }),
          text: said ? new s.Text({
            text: said, font: `12px ${getComputedStyle(this).fontFamily}`, overflow: false,
            fill: new s.Fill({ color: colour }), stroke: new s.Stroke({ color: this.colour('var(--ky-surface)'), width: 3 }),
          }) : undefined,
        });
      });
    }

    chosenStyle() {
      return this.style('chosen', s => new s.Style({
        fill: new s.Fill({ color: this.soft(this.colour('var(--ky-accent)'), 0.22) }),
        stroke: new s.Stroke({ color: this.colour('var(--ky-accent)'), width: 3.5 }),
      }));
    }

    faultStyle(feature) {
      return this.style(`fault ${feature.get('t')}`, s => new s.Style({
        fill: new s.Fill({ color: this.soft(this.colour('var(--ky-bad)'), 0.35) }),
        stroke: new s.Stroke({ color: this.colour('var(--ky-bad)'), width: 2.5 }),
        text: new s.Text({
          text: feature.get('t') || '', font: `600 13px ${getComputedStyle(this).fontFamily}`, overflow: true,
          fill: new s.Fill({ color: this.colour('var(--ky-bad)') }),
          stroke: new s.Stroke({ color: this.colour('var(--ky-surface)'), width: 4 }),
        }),
      }));
    }

    drawnStyle() {
      return this.style('drawn', s => new s.Style({
        fill: new s.Fill({ color: this.soft(this.colour('var(--ky-accent)'), 0.18) }),
        stroke: new s.Stroke({ color: this.colour('var(--ky-accent)'), width: 2.5, lineDash: [8, 4] }),
        image: new s.Circle({ radius: 5, fill: new s.Fill({ color: this.colour('var(--ky-accent)') }) }),
      }));
    }

    measureStyle() {
      return this.style('measure', s => new s.Style({
        fill: new s.Fill({ color: this.soft(this.colour('var(--ky-warn)'), 0.18) }),
        stroke: new s.Stroke({ color: this.colour('var(--ky-warn)'), width: 2.5 }),
        image: new s.Circle({ radius: 5, fill: new s.Fill({ color: this.colour('var(--ky-warn)') }) }),
      }));
    }

    legend() {
      this.styles = null;
      const before = this.key.querySelector('details');
      this.key.replaceChildren();
      const line = (entry, shape) => {
        const row = Object.assign(document.createElement('div'), { className: 'map-key' });
        const dot = Object.assign(document.createElement('span'), { className: shape });
        dot.style.setProperty('--key', entry.colour);
        row.append(dot, entry.label);
        return row;
      };
      const fold = document.createElement('details');
      fold.open = before ? before.open : matchMedia('(min-width: 720px)').matches && !this.closest('.small');
      fold.append(Object.assign(document.createElement('summary'), { textContent: this.word('legend') }));
      this.given.legend.forEach(entry => fold.append(line(entry, 'map-dot')));
      this.given.layers.filter(entry => entry.on).forEach(entry => fold.append(line(entry, entry.outline ? 'map-line' : 'map-dot soft')));
      if (this.baseLayer) {
        const label = document.createElement('label');
        const box = Object.assign(document.createElement('input'), { type: 'checkbox', checked: this.baseLayer.getVisible() });
        box.addEventListener('change', () => this.baseLayer.setVisible(box.checked));
        label.append(box, this.word('base'));
        fold.append(label);
      }
      if (this.given.legend.length || this.baseLayer) this.key.append(fold);
    }
  }

  customElements.define('ky-map', KyMap);
})();
