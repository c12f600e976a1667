/** Pages as data, then HTML and JSON. */
@NullMarked
package dev.plumbline.report;

import org.jspecify.annotations.NullMarked;
