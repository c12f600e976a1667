package dev.plumbline.report;

import java.util.List;

/** What knows how it looks on a page. */
public interface Showable {

    List<Block> blocks();
}
