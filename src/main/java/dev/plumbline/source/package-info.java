/** What a bot leaves behind, read into canonical tables; what could not be read, and why. */
@NullMarked
package dev.plumbline.source;

import org.jspecify.annotations.NullMarked;
