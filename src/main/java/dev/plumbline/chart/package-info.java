/** Pictures as data, and their two forms: SVG and Plotly JSON. */
@NullMarked
package dev.plumbline.chart;

import org.jspecify.annotations.NullMarked;
