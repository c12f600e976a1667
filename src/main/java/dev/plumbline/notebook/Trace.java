package dev.plumbline.notebook;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A stack trace, cut to what a notebook's author can act on. */
final class Trace {

    private static final String OURS = "dev.plumbline.";

    /** What JShell wraps a snippet in, which nobody wrote. */
    private static final Pattern WRAPPER = Pattern.compile("\\bREPL\\.\\$JShell\\$\\w+[.$]");

    private Trace() {}

    static Failure failure(Throwable thrown, StackTraceElement[] frames, SnippetPlaces places, Place fallback) {
        List<String> detail = new ArrayList<>();
        String message = message(thrown);
        detail.add(thrown.toString().strip());
        detail.addAll(causes(thrown));
        first(frames).ifPresent(frame -> detail.add("  at " + frame));
        List<Place> notebook = places(frames, places);
        notebook.forEach(place -> detail.add("  at " + place.file() + ":" + place.line()));
        Place place = notebook.isEmpty() ? fallback : notebook.get(0);
        return new Failure(Failure.Kind.EXCEPTION, place, message, String.join("\n", detail));
    }

    /** The frames that lie in a notebook, innermost first. */
    static List<Place> places(StackTraceElement[] frames, SnippetPlaces places) {
        Set<Place> found = new LinkedHashSet<>();
        for (StackTraceElement frame : frames) {
            places.of(frame).ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    /** {@code IllegalStateException: no store}, in one line. */
    static String message(Throwable thrown) {
        String words = thrown.getMessage();
        String name = thrown.getClass().getSimpleName();
        return words == null || words.isBlank()
                ? name
                : name + ": " + unwrapped(words).strip().replaceAll("\\s*\\R\\s*", " ");
    }

    /** Names as they were written, without what JShell puts before them. */
    static String unwrapped(String words) {
        return WRAPPER.matcher(words).replaceAll("");
    }

    private static Optional<StackTraceElement> first(StackTraceElement[] frames) {
        for (StackTraceElement frame : frames) {
            String name = frame.getClassName();
            if (name.startsWith(OURS) && !name.startsWith(LiveControl.class.getName())) {
                return Optional.of(frame);
            }
        }
        return Optional.empty();
    }

    private static List<String> causes(Throwable thrown) {
        List<String> causes = new ArrayList<>();
        Set<Throwable> seen = new LinkedHashSet<>();
        Throwable cause = thrown.getCause();
        while (cause != null && seen.add(cause)) {
            causes.add("caused by " + message(cause));
            cause = cause.getCause();
        }
        return causes;
    }
}
