package dev.plumbline.metric;

import dev.plumbline.model.Sample;

/** One computation. Pure: the same sample and conventions give the same result, bit for bit. */
@FunctionalInterface
public interface Formula<S extends Sample> {

    Result apply(S sample, Conventions conventions);
}
