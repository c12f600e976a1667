/** The commands, thin over the façade. */
@NullMarked
package dev.plumbline.cli;

import org.jspecify.annotations.NullMarked;
