window.affinityPlotly = window.affinityPlotly || (async packed => {
  const bytes = Uint8Array.from(atob(packed), c => c.charCodeAt(0));
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  const script = document.createElement('script');
  script.textContent = await new Response(unpacked).text();
  // Beside a loader such as require.js the library would hand itself to that and be no global.
  const { define, Plotly } = window;
  window.define = undefined;
  try {
    document.head.append(script);
  } finally {
    window.define = define;
  }
  script.remove();
  const own = window.Plotly;
  if (Plotly) window.Plotly = Plotly;
  return own;
})
