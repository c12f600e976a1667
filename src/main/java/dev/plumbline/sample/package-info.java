/** A simulated fleet: bots' files in the formats they really have, with planted changes. */
@NullMarked
package dev.plumbline.sample;

import org.jspecify.annotations.NullMarked;
