package dev.plumbline.source;

import dev.plumbline.model.Rejected;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads many files once, on two threads: what each is, and its hash. */
final class Inspection {

    private static final int THREADS = 2;
    private static final int SHOW_EVERY = 256;

    private final List<FileWalk.Found> files;
    private final Sources sources;
    private final Optional<String> told;
    private final Optional<SourceSystem> named;
    private final Progress progress;
    private final Rejections rejections;
    private final Map<List<SourceSystem>, List<SourceSystem>> lists = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();
    /** What each file is, null where it cannot be read. */
    private final AtomicReferenceArray<@Nullable SourceFile> read;

    private Inspection(
            List<FileWalk.Found> files,
            Sources sources,
            Optional<String> told,
            Progress progress,
            Rejections rejections) {
        this.files = files;
        this.read = new AtomicReferenceArray<>(files.size());
        this.sources = sources;
        this.told = told;
        this.named = told.flatMap(sources::find);
        this.progress = progress;
        this.rejections = rejections;
    }

    /**
     * In the order of the files; one that cannot be read is rejected and left out.
     *
     * @param told the system that the user named: its files are hashed although no system knows them
     */
    static List<SourceFile> of(
            List<FileWalk.Found> files,
            Sources sources,
            Optional<String> told,
            Progress progress,
            Rejections rejections) {
        Inspection inspection = new Inspection(files, sources, told, progress, rejections);
        ExecutorService readers = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<?>> shares = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                shares.add(readers.submit(inspection::share));
            }
            for (Future<?> share : shares) {
                share.get();
            }
            return IntStream.range(0, files.size())
                    .mapToObj(inspection.read::get)
                    .filter(Objects::nonNull)
                    .toList();
        } catch (ExecutionException e) {
            throw new IllegalStateException("looking at files failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while looking at files", e);
        } finally {
            readers.shutdownNow();
        }
    }

    /** The same by the files' names and first bytes alone, without their hashes: for a look that changes nothing. */
    static List<SourceFile> beginnings(
            List<FileWalk.Found> files, Sources sources, Optional<String> told, Rejections rejections) {
        Inspection inspection = new Inspection(files, sources, told, Progress.none(), rejections);
        List<SourceFile> read = new ArrayList<>();
        for (FileWalk.Found file : files) {
            try {
                read.add(new SourceFile(
                        file, new FileBytes(inspection.recognise(FileBytes.head(file.path())), null, 0)));
            } catch (IOException e) {
                rejections.reject(Rejected.file(file.shown(), "the file cannot be read"));
            }
        }
        return read;
    }

    /** What one thread reads: whichever file is next, until there is none. */
    private void share() {
        byte[] buffer = new byte[FileBytes.BUFFER];
        for (int i = next.getAndIncrement(); i < files.size(); i = next.getAndIncrement()) {
            if (i % SHOW_EVERY == 0) {
                progress.at("looking at files", i, files.size());
            }
            FileWalk.Found file = files.get(i);
            try {
                boolean always = told.isPresent() && file.named();
                read.set(i, new SourceFile(file, FileBytes.of(file.path(), this::recognise, always, buffer)));
            } catch (IOException e) {
                rejections.reject(Rejected.file(file.shown(), "the file cannot be read"));
            }
        }
    }

    /** The systems whose file this may be; the last one, which takes any table, is asked where no other is, or by name. */
    private List<SourceSystem> recognise(FileHead head) {
        List<SourceSystem> all = sources.all();
        if (named.isPresent() && named.get().recognises(head)) {
            // whose else it might be is nobody's question then
            return shared(List.of(named.get()));
        }
        List<SourceSystem> some = new ArrayList<>();
        for (SourceSystem system : all.subList(0, all.size() - 1)) {
            if (system.recognises(head)) {
                some.add(system);
            }
        }
        SourceSystem last = all.get(all.size() - 1);
        boolean asked = some.isEmpty() || told.equals(Optional.of(last.name()));
        return asked && last.recognises(head) ? shared(List.of(last)) : shared(some);
    }

    /** The same list for all files that it is said of. */
    private List<SourceSystem> shared(List<SourceSystem> some) {
        return lists.computeIfAbsent(some, List::copyOf);
    }
}
