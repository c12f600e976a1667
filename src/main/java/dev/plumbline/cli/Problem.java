package dev.plumbline.cli;

import dev.plumbline.NoSuchAgent;
import dev.plumbline.baseline.Unreadable;
import dev.plumbline.chart.PlainText;
import dev.plumbline.notebook.NotebookRejected;
import dev.plumbline.store.QueryFailed;
import dev.plumbline.store.StoreBusy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import java.util.Optional;

/** An exception as one line that a person can act on, and the exit code that it means. */
final class Problem {

    private static final int MAX_TEXT = 4_000;

    private Problem() {}

    static int exitCode(Throwable problem) {
        boolean input = problem instanceof Unreadable
                || problem instanceof NotebookRejected
                || problem instanceof NoSuchAgent
                || problem instanceof IllegalArgumentException;
        return input ? ExitCode.USAGE : ExitCode.FAILED;
    }

    /** One line for a terminal: a message may quote a file, and nothing from a file may move the cursor. */
    static String words(Throwable problem) {
        return PlainText.line(sentence(problem), MAX_TEXT);
    }

    private static String sentence(Throwable problem) {
        String said = said(problem).strip().replaceAll("\\s*\\R\\s*", " ");
        Optional<FileSystemException> file = file(problem);
        if (file.isPresent()) {
            String place = Optional.ofNullable(file.get().getFile()).orElse("");
            String reason = reason(file.get());
            return said.isEmpty() || said.equals(file.get().getMessage())
                    ? place + ": " + reason
                    : said + ": " + (said.contains(place) ? "" : place + ": ") + reason;
        }
        if (problem instanceof UncheckedIOException wrapped && !said.contains(cause(wrapped))) {
            return said + ": " + cause(wrapped);
        }
        return known(problem) ? said : "this should not happen: " + said + " (--verbose shows where)";
    }

    /** The message of who threw it, not the one that Java makes of a cause. */
    private static String said(Throwable problem) {
        String message = Optional.ofNullable(problem.getMessage()).orElseGet(problem::toString);
        Throwable cause = problem.getCause();
        return cause != null && message.equals(cause.toString())
                ? Optional.ofNullable(cause.getMessage()).orElse(message)
                : message;
    }

    private static String cause(UncheckedIOException problem) {
        IOException cause = problem.getCause();
        return Optional.ofNullable(cause.getMessage())
                .orElseGet(cause::toString)
                .replaceAll("\\s*\\R\\s*", " ");
    }

    private static Optional<FileSystemException> file(Throwable problem) {
        for (Throwable at = problem; at != null; at = at.getCause()) {
            if (at instanceof FileSystemException found) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private static String reason(FileSystemException file) {
        if (file instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (file instanceof NoSuchFileException) {
            return "there is no such file or folder";
        }
        String said = Optional.ofNullable(file.getReason()).orElse("");
        if (file instanceof NotDirectoryException
                || file instanceof FileAlreadyExistsException
                || said.equals("Not a directory")) {
            return "a file stands where a folder is needed";
        }
        return Optional.of(said)
                .filter(text -> !text.isEmpty())
                .orElse("the file system refused")
                .toLowerCase(Locale.ROOT);
    }

    private static boolean known(Throwable problem) {
        return exitCode(problem) == ExitCode.USAGE
                || problem instanceof QueryFailed
                || problem instanceof StoreBusy
                || problem instanceof IOException
                || problem instanceof UncheckedIOException
                || problem instanceof IllegalStateException;
    }
}
