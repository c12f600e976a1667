package dev.plumbline.source;

import dev.plumbline.model.Rejected;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Files packed with gzip or zip, unpacked into a folder of the import's own that goes when the import ends; one that a
 * killed import left goes when the next begins. What grows out of all proportion is refused: a bomb.
 */
final class Archives implements AutoCloseable {

    /** Logs shrink to a twentieth, all zeros to a thousandth. */
    private static final long MOST_GROWTH = 300;
    /** Below this no growth is suspect. */
    private static final long HARMLESS = 64L << 20;

    private static final int MOST_ENTRIES = 200_000;
    private static final Set<String> PACKED = Set.of(".gz", ".zip");
    private static final Set<String> NOT_READ = Set.of(".tgz", ".tar", ".bz2", ".xz", ".zst", ".7z", ".rar");
    /** What a bot's data may be called; pictures and models of gigabytes are left packed. */
    private static final Pattern WANTED = Pattern.compile(
            "(?i)(.*\\.(json|jsonl|ndjson|csv|tsv|txt|log|out|db|sqlite3?|parquet|prom|metrics|yaml)(\\.[\\w-]+)?|[^.]+)");

    private final Path folder;
    private final Rejections rejections;
    private final long enough;
    private int opened;

    private Archives(Path folder, Rejections rejections, long enough) {
        this.folder = folder;
        this.rejections = rejections;
        this.enough = enough;
        delete();
    }

    /** @param folder to unpack into; it is emptied now and removed at the end */
    static Archives in(Path folder, Rejections rejections) {
        return new Archives(folder, rejections, Long.MAX_VALUE);
    }

    /** The same for a look at what the files are: of those that are lines, no more is unpacked than {@link FirstLines} takes. */
    static Archives beginnings(Path folder, Rejections rejections) {
        return new Archives(folder, rejections, FirstLines.BYTES);
    }

    /** The files, each archive replaced by what is in it. */
    List<FileWalk.Found> unpacked(List<FileWalk.Found> files) {
        List<FileWalk.Found> plain = new ArrayList<>();
        for (FileWalk.Found file : files) {
            String name = String.valueOf(file.path().getFileName());
            String ending = name.substring(Math.max(0, name.lastIndexOf('.'))).toLowerCase(Locale.ROOT);
            if (NOT_READ.contains(ending) || name.toLowerCase(Locale.ROOT).endsWith(".tar.gz")) {
                if (file.named()) {
                    rejections.reject(Rejected.file(
                            file.shown(),
                            "archives of this kind are not read: unpack it, or pack it with zip or gzip"));
                }
            } else if (PACKED.contains(ending)) {
                plain.addAll(open(file, name));
            } else {
                plain.add(file);
            }
        }
        return plain;
    }

    private List<FileWalk.Found> open(FileWalk.Found file, String name) {
        Path into = folder.resolve(String.valueOf(opened++));
        try {
            return name.toLowerCase(Locale.ROOT).endsWith(".zip") ? zip(file, name, into) : gzip(file, name, into);
        } catch (ZipException e) {
            rejections.reject(Rejected.file(file.shown(), "the archive is damaged: " + e.getMessage()));
        } catch (IOException e) {
            rejections.reject(Rejected.file(file.shown(), "the archive cannot be unpacked: " + e.getMessage()));
        }
        return List.of();
    }

    private List<FileWalk.Found> gzip(FileWalk.Found file, String name, Path into) throws IOException {
        String inner = name.substring(0, name.length() - ".gz".length());
        if (!file.named() && !WANTED.matcher(inner).matches()) {
            return List.of();
        }
        String place = Optional.ofNullable(file.path().getParent())
                .map(Path::getFileName)
                .map(Path::toString)
                .orElse("packed");
        Path to = Files.createDirectories(into.resolve(place)).resolve(inner);
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file.path()), 1 << 16)) {
            copy(in, to, Math.max(HARMLESS, Files.size(file.path()) * MOST_GROWTH));
        }
        Files.setLastModifiedTime(to, Files.getLastModifiedTime(file.path()));
        return List.of(new FileWalk.Found(to, file.shown(), file.named()));
    }

    private List<FileWalk.Found> zip(FileWalk.Found file, String name, Path into) throws IOException {
        Path root = into.resolve(name.substring(0, name.length() - ".zip".length()));
        List<FileWalk.Found> files = new ArrayList<>();
        long left = Math.max(HARMLESS, Files.size(file.path()) * MOST_GROWTH);
        try (ZipFile zip = new ZipFile(file.path().toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw new IOException(String.format(
                        Locale.ROOT, "it holds %,d files, at most %,d were expected", zip.size(), MOST_ENTRIES));
            }
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                Path to = root.resolve(entry.getName()).normalize();
                String inner = String.valueOf(to.getFileName());
                if (entry.isDirectory()
                        || inner.startsWith(".")
                        || !WANTED.matcher(inner).matches()) {
                    continue;
                }
                String shown = file.shown() + "!/" + entry.getName();
                if (!to.startsWith(root)) {
                    rejections.reject(Rejected.file(shown, "its name leads out of the archive; it is left out"));
                    continue;
                }
                Files.createDirectories(Optional.ofNullable(to.getParent()).orElse(root));
                try (InputStream in = zip.getInputStream(entry)) {
                    left -= copy(in, to, left);
                }
                FileTime written = entry.getLastModifiedTime();
                Files.setLastModifiedTime(to, written == null ? Files.getLastModifiedTime(file.path()) : written);
                files.add(new FileWalk.Found(to, shown, false));
            }
        }
        files.sort(Comparator.comparing(FileWalk.Found::shown));
        return files;
    }

    /** How many bytes there were; a file with more than there may be is removed again. */
    private long copy(InputStream in, Path to, long most) throws IOException {
        long n = 0;
        byte[] buffer = new byte[1 << 16];
        boolean lines = false;
        try (OutputStream out = Files.newOutputStream(to)) {
            for (int read = in.read(buffer); read >= 0 && !(lines && n > enough); read = in.read(buffer)) {
                lines |= n == 0 && FirstLines.ofLines(buffer, read);
                n += read;
                if (n > most) {
                    throw new IOException(String.format(
                            Locale.ROOT,
                            "it grows beyond %,d MB, more than %d times its size: unpack it yourself if it is what you expect",
                            most >> 20,
                            MOST_GROWTH));
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            Files.deleteIfExists(to);
            throw e;
        }
        return n;
    }

    private void delete() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            rejections.note(folder + " could not be removed: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        delete();
    }
}
