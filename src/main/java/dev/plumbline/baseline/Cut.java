package dev.plumbline.baseline;

import dev.plumbline.model.Slice;

/** Which slices a rule names: the whole, one fixed slice, or every value of a dimension. */
sealed interface Cut {

    boolean names(Slice slice);

    /** By which a window is cut for it; empty where it is not. */
    String dimension();

    /** Every value of {@code symbol}. */
    record Every(String dimension) implements Cut {

        @Override
        public boolean names(Slice slice) {
            return slice.dimension().equals(dimension);
        }

        @Override
        public String toString() {
            return dimension;
        }
    }

    /** The whole, or {@code mode=TRADING}. */
    record Fixed(Slice slice) implements Cut {

        @Override
        public boolean names(Slice other) {
            return slice.equals(other);
        }

        @Override
        public String dimension() {
            return slice.dimension();
        }

        @Override
        public String toString() {
            return slice.isAll() ? "whole" : slice.toString();
        }
    }
}
