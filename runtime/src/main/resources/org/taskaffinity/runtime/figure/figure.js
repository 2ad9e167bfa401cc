((id, figure, themes) => {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const mixed = (ground, over, depth) => '#' + [1, 3, 5].map(at => {
    const [from, to] = [ground, over].map(hex => parseInt(hex.slice(at, at + 2), 16));
    return Math.round(from + (to - from) * depth).toString(16).padStart(2, '0');
  }).join('');
  const colour = (name, theme) => {
    const [key, opacity] = name.split(' ');
    if (opacity?.startsWith('~')) return mixed(theme.ground, theme[key], Number(opacity.slice(1)));
    const alpha = opacity === undefined ? '' : Math.round(255 * opacity).toString(16).padStart(2, '0');
    return theme[key] + alpha;
  };
  const coloured = (value, theme) => {
    if (Array.isArray(value)) return value.map(each => coloured(each, theme));
    if (value !== null && typeof value === 'object') {
      return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, coloured(v, theme)]));
    }
    return typeof value === 'string' && value.startsWith('\ue000')
      ? colour(value.slice(1), theme) : value;
  };
  const draw = (Plotly, place) => {
    const picture = [...place.childNodes];
    const plot = document.createElement('div');
    const show = () => {
      const { data, layout } = coloured(figure, themes[dark.matches ? 'dark' : 'light']);
      const { most, side } = layout.meta;
      plot.style.maxWidth = most + 'px';
      const width = plot.clientWidth || 640;
      if (side) layout.height = Math.round(130 + side * width);
      // An axis too short for its words is left without them.
      if (layout.xaxis2 && width < 480) {
        Object.assign(layout.xaxis2, { title: { text: '' }, showticklabels: false });
      }
      return Plotly.react(plot, data, layout, { responsive: true, displaylogo: false }).then(fit);
    };
    // Numbers that would touch one another, or leave their cells, are left out.
    const fit = () => {
      const at = plot.data.findIndex(trace => trace.meta === 'numbers');
      if (at < 0) return;
      const { text, textfont, visible } = plot.data[at];
      const pen = document.createElement('canvas').getContext('2d');
      pen.font = textfont.size + 'px ' + plot._fullLayout.font.family;
      const widest = Math.max(0, ...text.map(each => pen.measureText(each).width));
      const cell = axis => Math.abs(axis._length / (axis.range[1] - axis.range[0]));
      const { xaxis, yaxis } = plot._fullLayout;
      const fits = widest < 0.9 * cell(xaxis) && textfont.size < 0.8 * cell(yaxis);
      if (fits !== (visible ?? true)) Plotly.restyle(plot, { visible: fits }, [at]);
    };
    const back = error => {
      place.replaceChildren(...picture);
      console.warn('The picture stays as it is: ' + error);
    };
    place.replaceChildren(plot);
    try {
      show().then(() => {
        dark.addEventListener('change', show);
        plot.on('plotly_afterplot', fit);
      }, back);
    } catch (error) {
      back(error);
    }
  };
  const all = Plotly => {
    for (const place of document.querySelectorAll('[data-affinity-figure="' + id + '"]:not([data-drawn])')) {
      place.setAttribute('data-drawn', '');
      draw(Plotly, place);
    }
  };
  if (window.affinityPlotly) window.affinityPlotly.then(all, () => {});
  else if (window.Plotly) all(window.Plotly);
})
