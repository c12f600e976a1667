package dev.plumbline.notebook;

import dev.plumbline.chart.PlainText;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs the shell's snippets in this JVM; what an expression gives is shown as on a page, in text. */
final class ShellControl extends LiveControl {

    private static final int MAX_TEXT = 20_000;
    private static final int USUAL_ROOM = 100;

    private final ShellPages pages = new ShellPages();
    private volatile Optional<Thread> running = Optional.empty();
    private volatile boolean declares;

    @Override
    protected String invoke(Method snippet) throws Exception {
        declares = declares(snippet.getDeclaringClass());
        running = Optional.of(Thread.currentThread());
        try {
            return super.invoke(snippet);
        } finally {
            running = Optional.empty();
        }
    }

    /** JShell cuts what it shows: tables are printed by us, and JShell names them. */
    @Override
    String words(@Nullable Object value) {
        if (value == null) {
            return "null";
        }
        if (declares) {
            // shows nothing, and the value may be a query that has not run
            return "";
        }
        Optional<String> rich = ShellWords.of(value, room());
        if (rich.isEmpty()) {
            return PlainText.lines(valueString(value), MAX_TEXT);
        }
        System.out.println(rich.get());
        pages.page(value).ifPresent(page -> System.out.println(page.toUri()));
        return "shown above";
    }

    @Override
    public String varValue(String className, String name) throws RunException, InternalException {
        declares = true;
        return super.varValue(className, name);
    }

    /** Control-C: whoever waits or sleeps wakes up; a loop that asks for nothing goes on. */
    @Override
    public void stop() {
        running.ifPresent(Thread::interrupt);
    }

    /** JShell keeps a declared variable in a field of its name, an expression's value in one that begins with $. */
    private static boolean declares(Class<?> wrapper) {
        return Stream.of(wrapper.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()))
                .map(Field::getName)
                .anyMatch(name -> !name.startsWith("$"));
    }

    /** Errors are short: the lines typed, and the first of ours. */
    @Override
    protected String throwConvertedInvocationException(Throwable cause) throws RunException, InternalException {
        try {
            return super.throwConvertedInvocationException(cause);
        } catch (UserException e) {
            UserException shorter = new UserException(
                    PlainText.lines(String.valueOf(e.getMessage()), MAX_TEXT), e.causeExceptionClass(), frames(e));
            // not as its cause, which would be printed as it is
            shorter.addSuppressed(e);
            throw shorter;
        }
    }

    private static StackTraceElement[] frames(Exception thrown) {
        List<StackTraceElement> kept = new ArrayList<>();
        boolean ours = false;
        for (StackTraceElement frame : thrown.getStackTrace()) {
            boolean first = !ours && frame.getClassName().startsWith("dev.plumbline.");
            ours |= first;
            if (first || frame.getClassName().startsWith("REPL.")) {
                kept.add(frame);
            }
        }
        return kept.toArray(StackTraceElement[]::new);
    }

    /** Columns of the terminal, as the launcher found it. */
    private static int room() {
        return Math.max(40, Integer.getInteger("plumb.columns", USUAL_ROOM));
    }
}
