/** Tells people what a check found: when, over which channel, and once. */
@NullMarked
package dev.plumbline.notify;

import org.jspecify.annotations.NullMarked;
