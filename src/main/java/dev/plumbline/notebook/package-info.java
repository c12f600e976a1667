/** A .jsh file as cells, the runner, and what a value looks like. */
@NullMarked
package dev.plumbline.notebook;

import org.jspecify.annotations.NullMarked;
