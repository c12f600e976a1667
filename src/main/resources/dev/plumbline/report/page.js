(function () {
  'use strict';
  var root = document.documentElement;
  var code = Array.prototype.slice.call(document.querySelectorAll('details.code'));
  var fold = document.getElementById('fold');
  if (fold && code.length) {
    fold.hidden = false;
    fold.addEventListener('click', function () {
      var open = fold.getAttribute('aria-pressed') !== 'true';
      fold.setAttribute('aria-pressed', String(open));
      fold.textContent = open ? 'Hide code' : 'Show code';
      code.forEach(function (one) { one.open = open; });
    });
  }
  window.addEventListener('beforeprint', function () {
    document.querySelectorAll('details:not(.code)').forEach(function (one) { one.open = true; });
  });

  // Plotly is inflated once, when the first picture comes near the screen, after the page is shown.
  var figures = Array.prototype.slice.call(document.querySelectorAll('.plot')).map(function (plot) { return plot.parentNode; });
  var packed = document.getElementById('plotly');
  if (!figures.length || !packed || !window.DecompressionStream || !window.IntersectionObserver) { return; }
  var loading = null;
  function plotly() {
    if (!loading) {
      loading = Promise.resolve().then(function () {
        var text = atob(packed.textContent.trim());
        var bytes = new Uint8Array(text.length);
        for (var i = 0; i < text.length; i++) { bytes[i] = text.charCodeAt(i); }
        var stream = new Response(bytes).body.pipeThrough(new DecompressionStream('gzip'));
        return new Response(stream).text();
      }).then(function (source) {
        var script = document.createElement('script');
        script.text = source;
        document.head.appendChild(script);
        packed.remove();
        return window.Plotly;
      });
    }
    return loading;
  }

  var names = JSON.parse(document.getElementById('palette').textContent);
  function coloured(value, style) {
    if (typeof value === 'string') { return names[value] ? style.getPropertyValue(names[value]).trim() : value; }
    if (Array.isArray(value)) { return value.map(function (one) { return coloured(one, style); }); }
    if (value && typeof value === 'object') {
      var copy = {};
      Object.keys(value).forEach(function (key) { copy[key] = coloured(value[key], style); });
      return copy;
    }
    return value;
  }
  function draw(figure, Plotly) {
    var style = getComputedStyle(root);
    var spec = JSON.parse(figure.querySelector('script[type="application/json"]').textContent);
    var layout = coloured(spec.layout, style);
    var picture = figure.querySelector('.draw');
    var plot = figure.querySelector('.plot');
    if (!figure.classList.contains('live')) { figure.dataset.height = Math.max(220, Math.round(picture.getBoundingClientRect().height)); }
    layout.height = Number(figure.dataset.height);
    layout.showlegend = false;
    layout.font.family = getComputedStyle(document.body).fontFamily;
    figure.classList.add('live');
    var config = {displaylogo: false, responsive: true, displayModeBar: 'hover', modeBarButtonsToRemove: ['lasso2d', 'select2d', 'autoScale2d']};
    return Plotly.react(plot, coloured(spec.data, style), layout, config).catch(function () { figure.classList.remove('live'); });
  }
  function upgrade(figure) {
    plotly().then(function (Plotly) { return draw(figure, Plotly); }).catch(function () { figure.classList.remove('live'); });
  }
  var seen = new IntersectionObserver(function (entries) {
    entries.forEach(function (entry) {
      if (entry.isIntersecting) { seen.unobserve(entry.target); upgrade(entry.target); }
    });
  }, {rootMargin: '160px'});
  function begin() { figures.forEach(function (figure) { seen.observe(figure); }); }
  if (document.readyState === 'complete') { setTimeout(begin, 200); } else { window.addEventListener('load', function () { setTimeout(begin, 200); }); }
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', function () {
    figures.filter(function (figure) { return figure.classList.contains('live'); }).forEach(upgrade);
  });
})();
