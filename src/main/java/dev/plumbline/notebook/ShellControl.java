package dev.plumbline.notebook;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs the shell's snippets in this JVM; what an expression gives is shown as on a page, in text. */
final class ShellControl extends LiveControl {

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
        Optional<String> rich = ShellWords.of(value);
        rich.ifPresent(System.out::println);
        return rich.isPresent() ? "shown above" : valueString(value);
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
}
