/** Pure functions from a sample to a measurement, one class a formula, and the list of them. */
@NullMarked
package dev.plumbline.metric;

import org.jspecify.annotations.NullMarked;
