package dev.plumbline.source;

import dev.plumbline.store.ImportOptions;
import dev.plumbline.store.Staging;
import dev.plumbline.store.StoreWriter;
import dev.plumbline.store.Watcher;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Reads groups of files into staging, one after the other. Where there are very many, and no agent's rows depend on another's,
 * the second half is read at the same time into a scratch database beside the first. Either finds the decisions of its own trades.
 */
final class GroupLoad {

    /** Fewer files are read sooner than a second database is ready. */
    private static final int MANY = 4_000;
    /** Rows of so many files may not all stay in memory. */
    private static final int VERY_MANY = 20_000;

    private final Sources sources;
    private final SymbolAliases symbols;
    private final ReadFiles read;
    private final Progress progress;

    /** Files of one system, agent and set of options. */
    record Group(ImportOptions options, List<SourceFile> files) {

        Group {
            files = List.copyOf(files);
        }
    }

    GroupLoad(Sources sources, SymbolAliases symbols, Progress progress, long files) {
        this.sources = sources;
        this.symbols = symbols;
        this.progress = progress;
        this.read = new ReadFiles(progress, files);
    }

    void load(List<Group> groups, StoreWriter writer, Staging staging, Rejections rejections) {
        long files = files(groups);
        if (files >= VERY_MANY) {
            staging.spareMemory();
        }
        int half = files >= MANY && areApart(groups) ? half(groups, files) : groups.size();
        if (half == groups.size()) {
            load(groups, staging, rejections);
            return;
        }
        Rejections late = new Rejections();
        ExecutorService second = Executors.newSingleThreadExecutor();
        Staging beside = writer.stageBeside(staging);
        try {
            Future<?> rest = second.submit(() -> load(groups.subList(half, groups.size()), beside, late));
            load(groups.subList(0, half), staging, rejections);
            rest.get();
            writer.adopt(staging, beside);
            late.rejected().forEach(rejections::reject);
            late.notes().forEach(rejections::note);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading files", e);
        } finally {
            close(second, beside);
        }
    }

    private static void close(ExecutorService second, Staging beside) {
        second.shutdownNow();
        try {
            // a database that is still written to cannot be closed
            if (second.awaitTermination(1, TimeUnit.MINUTES)) {
                beside.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long files(List<Group> groups) {
        return groups.stream().mapToLong(group -> group.files().size()).sum();
    }

    /** Whether no two groups are of one agent, and none asks for another's rows. */
    private boolean areApart(List<Group> groups) {
        Set<String> whose = new HashSet<>();
        return groups.stream()
                .allMatch(group -> whose.add(group.options().system() + "\n"
                                + group.options().agent().orElse(""))
                        && sources.named(group.options().system()).readsBeside(group.files()));
    }

    /** The first group of the second half. */
    private static int half(List<Group> groups, long files) {
        long before = 0;
        for (int i = 0; i < groups.size(); i++) {
            before += groups.get(i).files().size();
            if (before * 2 >= files) {
                return i + 1;
            }
        }
        return groups.size();
    }

    private void load(List<Group> groups, Staging staging, Rejections rejections) {
        for (Group group : groups) {
            ImportOptions options = group.options();
            Told told = new Told(options.system());
            told.read(0, 0);
            staging.watch(told);
            staging.begin(options, symbols);
            sources.named(options.system()).load(group.files(), staging, options, rejections);
            staging.complete(options, symbols).forEach(rejections::reject);
            Settings.stage(staging, options);
            told.read(group.files().size() - told.files, 0);
        }
        DecisionLinks.find(staging, rejections);
        staging.watch(progress::at);
    }

    /** Tells of the files that are read one by one; the others of a group are told when it is done. */
    private final class Told implements Watcher {

        private final String system;
        private long files;

        Told(String system) {
            this.system = system;
        }

        @Override
        public void at(String doing, long done, long total) {
            progress.at(doing, done, total);
        }

        @Override
        public void read(long some, long rows) {
            files += some;
            read.read(system, some, rows);
        }
    }
}
