/** Baselines, rules, deviations and verdicts. */
@NullMarked
package dev.plumbline.baseline;

import org.jspecify.annotations.NullMarked;
