/** Parquet parts and their manifest, DuckDB over them, query files, and rows that come out of them. */
@NullMarked
package dev.plumbline.store;

import org.jspecify.annotations.NullMarked;
