package dev.plumbline.report;

import java.util.List;

/** A value that knows how it is shown: what a notebook's cell ends with becomes these blocks. */
public interface Showable {

    /** What to show, top first. Called once, right after the cell; it may run queries. */
    List<Block> blocks();
}
