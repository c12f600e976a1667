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

  // A table is a stop of the Tab key only where it has something to scroll to.
  var scrolled = Array.prototype.slice.call(document.querySelectorAll('[role="region"][tabindex]'));
  function stops() {
    scrolled.forEach(function (one) {
      var more = one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1;
      if (more) { one.setAttribute('tabindex', '0'); } else { one.removeAttribute('tabindex'); }
    });
  }
  stops();
  window.addEventListener('resize', stops);
  document.addEventListener('toggle', stops, true);

  // Plotly is inflated once, when the first picture comes near the screen, after the page is shown.
  var figures = Array.prototype.slice.call(document.querySelectorAll('.plot')).map(function (plot) { return plot.parentNode; });
  var packed = document.getElementById('plotly');
  if (!figures.length || !packed || !window.DecompressionStream) { return; }
  var loading = null;
  function inflated(bytes) {
    var stream = new DecompressionStream('gzip');
    var writer = stream.writable.getWriter();
    writer.write(bytes);
    writer.close();
    var reader = stream.readable.getReader();
    var decoder = new TextDecoder();
    var parts = [];
    function next() {
      return reader.read().then(function (chunk) {
        if (chunk.done) { return parts.join('') + decoder.decode(); }
        parts.push(decoder.decode(chunk.value, {stream: true}));
        return next();
      });
    }
    return next();
  }
  function plotly() {
    if (!loading) {
      var text = atob(packed.textContent.trim());
      var bytes = new Uint8Array(text.length);
      for (var i = 0; i < text.length; i++) { bytes[i] = text.charCodeAt(i); }
      loading = inflated(bytes).then(function (source) {
        var script = document.createElement('script');
        script.text = source;
        document.head.appendChild(script);
        packed.remove();
        script.remove();
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
  var waiting = figures.slice();
  function look() {
    waiting = waiting.filter(function (figure) {
      var box = figure.getBoundingClientRect();
      var near = box.bottom > -160 && box.top < window.innerHeight + 160;
      if (near) { upgrade(figure); }
      return !near;
    });
  }
  var due = 0;
  function soon() { clearTimeout(due); due = setTimeout(look, 120); }
  function begin() {
    window.addEventListener('scroll', soon, {passive: true});
    window.addEventListener('resize', soon, {passive: true});
    soon();
  }
  if (document.readyState === 'complete') { begin(); } else { window.addEventListener('load', begin); }
  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', function () {
    figures.filter(function (figure) { return figure.classList.contains('live'); }).forEach(upgrade);
  });
})();
