package dev.plumbline.notify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What is said to somebody, before it has the form of a channel.
 *
 * @param subject one line
 * @param json    the same for machines
 * @param pages   reports as HTML, to attach
 */
record Message(String subject, List<Part> parts, ObjectNode json, List<Page> pages) {

    /** A page and the name of its file. */
    record Page(String name, String html) {}

    Message {
        parts = List.copyOf(parts);
        pages = List.copyOf(pages);
    }
}
