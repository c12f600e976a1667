package dev.plumbline.notify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * What is said to somebody, before it has the form of a channel.
 *
 * @param subject one line
 * @param json    the same for machines
 * @param page    the report as HTML, to attach; empty where there is nothing to show
 */
record Message(String subject, List<Part> parts, ObjectNode json, Optional<Page> page) {

    /** A page and the name of its file. */
    record Page(String name, String html) {}

    Message {
        parts = List.copyOf(parts);
    }
}
