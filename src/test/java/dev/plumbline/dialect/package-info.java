/** The lint of the query files: what runs on DuckDB and on Trino alike. */
@NullMarked
package dev.plumbline.dialect;

import org.jspecify.annotations.NullMarked;
