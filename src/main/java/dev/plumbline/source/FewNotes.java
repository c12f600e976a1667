package dev.plumbline.source;

import java.util.ArrayList;
import java.util.List;

/** Notes of one sort on many files: the first is told whole, then how many more files have the same. */
final class FewNotes {

    private final List<String> first = new ArrayList<>();
    private long count;

    /** One file's note. */
    void add(String note) {
        count++;
        if (first.isEmpty()) {
            first.add(note);
        }
    }

    void tell(Rejections rejections) {
        for (int i = 0; i < first.size(); i++) {
            long more = i == first.size() - 1 ? count - first.size() : 0;
            rejections.note(first.get(i) + (more > 0 ? "; and the same of " + more + " more files" : ""));
        }
    }
}
