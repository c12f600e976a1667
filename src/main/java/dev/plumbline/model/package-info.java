/** The words: periods, scopes and the samples that metrics are computed from. Imports nothing but the JDK. */
@NullMarked
package dev.plumbline.model;

import org.jspecify.annotations.NullMarked;
