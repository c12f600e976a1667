package dev.plumbline.metric;

import dev.plumbline.model.Sample;

/** The name of a family, such as the share of each action: each member has a slice, the family itself no value. */
record OfEach<S extends Sample>(String dimension) implements Formula<S> {

    @Override
    public Result apply(S sample, Conventions conventions) {
        return Result.undefined(
                sample.size(),
                Result.Reason.NOT_AVAILABLE,
                "a share of one " + dimension + ": measure by(\"" + dimension + "\")");
    }
}
