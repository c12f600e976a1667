/** The façade that notebooks and commands use: a workbench, its windows in time, and their charts. */
@NullMarked
package dev.plumbline;

import org.jspecify.annotations.NullMarked;
