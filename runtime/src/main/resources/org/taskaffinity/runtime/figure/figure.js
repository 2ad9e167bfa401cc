((id, figure, themes) => {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const colour = (name, theme) => {
    const [key, opacity] = name.split(' ');
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
      const { most, side, tasks } = layout.meta;
      plot.style.maxWidth = most + 'px';
      const width = plot.clientWidth || 640;
      if (side) layout.height = Math.round(130 + side * width);
      // Values that would be too small to read, and an axis too short for its words, are left out.
      if (tasks && (width - 180) / tasks < 22) data.forEach(trace => delete trace.texttemplate);
      if (tasks && layout.xaxis2 && width < 480) {
        Object.assign(layout.xaxis2, { title: { text: '' }, showticklabels: false });
      }
      return Plotly.react(plot, data, layout, { responsive: true, displaylogo: false });
    };
    const back = error => {
      place.replaceChildren(...picture);
      console.warn('The picture stays as it is: ' + error);
    };
    place.replaceChildren(plot);
    try {
      show().then(() => dark.addEventListener('change', show), back);
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
