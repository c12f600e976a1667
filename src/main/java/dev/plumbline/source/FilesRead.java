package dev.plumbline.source;

import dev.plumbline.store.FileRead;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;

/** What the books say of an agent's files, each put together when it is asked for. */
final class FilesRead extends AbstractList<FileRead> {

    private final List<SourceFile> files;
    private final String agent;
    private final Map<String, Long> rejected;

    /** @param rejected how many things of a file could not be used, by its name */
    FilesRead(List<SourceFile> files, String agent, Map<String, Long> rejected) {
        this.files = files;
        this.agent = agent;
        this.rejected = rejected;
    }

    @Override
    public FileRead get(int i) {
        SourceFile file = files.get(i);
        String shown = file.shown();
        return new FileRead(
                shown, String.valueOf(file.bytes().sha256()), file.size(), agent, rejected.getOrDefault(shown, 0L));
    }

    @Override
    public int size() {
        return files.size();
    }
}
