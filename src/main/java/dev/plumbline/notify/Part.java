package dev.plumbline.notify;

import java.util.List;

/** A few lines below a bold one. Plain text: escaping comes with the form that it is sent in. */
record Part(String title, List<String> lines) {

    Part {
        lines = List.copyOf(lines);
    }
}
