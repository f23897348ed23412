// Draws the figures that the server sets, in the colours of the page; says which category was chosen.
(() => {
  if (customElements.get('ky-chart')) return;

  const escaped = text => String(text).replace(/[&<>"]/g, c => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }[c]));
  const written = number => number == null ? '—' : Number(number).toLocaleString('en-US', { maximumFractionDigits: 1 });

  class KyChart extends HTMLElement {
    connectedCallback() {
      if (Object.prototype.hasOwnProperty.call(this, 'figures')) {
        // was set before this class was there
        const early = this.figures;
        delete this.figures;
        this.figures = early;
      }
      this.resized ||= new ResizeObserver(() => this.chart?.resize());
      this.resized.observe(this);
      // colours change with the theme of the page, or of the device
      this.themed ||= new MutationObserver(() => this.draw());
      this.themed.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'theme', 'class'] });
      this.dark ||= matchMedia('(prefers-color-scheme: dark)');
      this.redraw ||= () => this.draw();
      this.dark.addEventListener('change', this.redraw);
      this.draw();
    }

    disconnectedCallback() {
      this.resized?.disconnect();
      this.themed?.disconnect();
      this.dark?.removeEventListener('change', this.redraw);
      this.chart?.dispose();
      this.chart = null;
      clearTimeout(this.later);
    }

    get figures() { return this.drawn; }

    set figures(figures) {
      this.drawn = figures;
      this.draw();
    }

    draw() {
      if (!this.isConnected || !this.drawn) return;
      if (!window.echarts) {
        clearTimeout(this.later);
        this.later = setTimeout(() => this.draw(), 50);
        return;
      }
      const wanted = this.drawn.kind === 'FUNNEL'
        ? Math.max(160, this.drawn.categories.length * 32 + 16)
        : this.drawn.categories.length * (14 * this.drawn.series.length + 16) + 64;
      this.style.height = `${wanted}px`;
      if (!this.chart) {
        this.chart = echarts.init(this, null, { renderer: 'svg' });
        this.chart.on('click', picked => this.hasAttribute('picks')
          && this.dispatchEvent(new CustomEvent('ky-pick', { detail: picked.dataIndex })));
      }
      this.chart.resize();
      this.chart.setOption(this.option(), true);
    }

    colour(name) {
      this.probe ||= Object.assign(document.createElement('span'), { hidden: true });
      if (!this.probe.isConnected) this.append(this.probe);
      this.probe.style.color = `var(${name})`;
      return getComputedStyle(this.probe).color;
    }

    option() {
      const { kind, categories, series, unit } = this.drawn;
      const text = this.colour('--ky-text'), quiet = this.colour('--ky-quiet'), line = this.colour('--ky-line');
      const accent = this.colour('--ky-accent'), surface = this.colour('--ky-surface'), warn = this.colour('--ky-warn');
      const font = getComputedStyle(this).fontFamily;
      const shared = {
        animation: false,
        textStyle: { fontFamily: font, color: text },
        tooltip: {
          confine: true, backgroundColor: surface, borderColor: line, textStyle: { color: text, fontSize: 12 },
        },
      };
      const cursor = this.hasAttribute('picks') ? 'pointer' : 'default';
      if (kind === 'FUNNEL') {
        const values = series[0].values;
        const most = Math.max(1, ...values);
        return {
          ...shared,
          tooltip: { ...shared.tooltip, formatter: p => `${escaped(p.name)} <b>${written(p.value)}${escaped(unit)}</b>` },
          series: [{
            type: 'funnel', sort: 'none', left: 76, right: 64, top: 8, bottom: 8, min: 0, max: most, minSize: '1%', gap: 2,
            cursor, labelLine: { show: false }, label: { show: false },
            emphasis: { itemStyle: { opacity: 1 } },
            itemStyle: { borderWidth: 0 },
            data: categories.map((name, i) => ({
              name, value: values[i],
              itemStyle: { color: accent, opacity: 1 - 0.055 * i },
            })),
          }, {
            // the same once more for the words: names on the left, numbers on the right, whatever the width
            type: 'funnel', sort: 'none', left: 76, right: 64, top: 8, bottom: 8, min: 0, max: 1, minSize: '100%', gap: 2,
            silent: true, z: 1, itemStyle: { opacity: 0, borderWidth: 0 }, labelLine: { show: false },
            label: { show: true, position: 'right', color: text, fontSize: 12, formatter: p => written(values[p.dataIndex]) },
            data: categories.map(name => ({ name, value: 1 })),
          }, {
            type: 'funnel', sort: 'none', left: 76, right: 64, top: 8, bottom: 8, min: 0, max: 1, minSize: '100%', gap: 2,
            silent: true, z: 1, itemStyle: { opacity: 0, borderWidth: 0 }, labelLine: { show: false },
            label: { show: true, position: 'left', color: quiet, fontSize: 12, width: 66, overflow: 'truncate', formatter: p => p.name },
            data: categories.map(name => ({ name, value: 1 })),
          }],
        };
      }
      return {
        ...shared,
        color: [accent, warn, quiet],
        legend: series.length > 1
          ? { top: 0, left: 0, itemWidth: 10, itemHeight: 10, textStyle: { color: quiet, fontSize: 12 }, inactiveColor: line }
          : undefined,
        grid: { left: 8, right: 56, top: series.length > 1 ? 28 : 8, bottom: 8, containLabel: true },
        tooltip: {
          ...shared.tooltip, trigger: 'axis', axisPointer: { type: 'shadow', shadowStyle: { color: line, opacity: .3 } },
          formatter: points => `${escaped(points[0].name)}<br>` + points
            .map(p => `${p.marker}${escaped(p.seriesName)} <b>${written(p.value)}${escaped(unit)}</b>`).join('<br>'),
        },
        xAxis: { type: 'value', axisLabel: { color: quiet, fontSize: 11 }, splitLine: { lineStyle: { color: line } }, splitNumber: 4 },
        yAxis: {
          type: 'category', inverse: true, data: categories, axisTick: { show: false },
          axisLine: { lineStyle: { color: line } },
          axisLabel: { color: quiet, fontSize: 12, width: 110, overflow: 'truncate' },
        },
        series: series.map(one => ({
          type: 'bar', name: one.name, data: one.values, cursor, barMaxWidth: 14,
          itemStyle: { borderRadius: [0, 3, 3, 0] },
          label: { show: true, position: 'right', color: quiet, fontSize: 11, formatter: p => p.value == null ? '' : written(p.value) + unit },
        })),
      };
    }
  }
  customElements.define('ky-chart', KyChart);
})();
