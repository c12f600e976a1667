package dev.plumbline.notebook;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import org.jspecify.annotations.Nullable;

/**
 * Runs snippets in this JVM and hands over the live objects. Not a {@code LocalExecutionControl}, which rewrites
 * bytecode on newer JDKs.
 */
class LiveControl extends DirectExecutionControl {

    private volatile @Nullable Object value;
    private volatile @Nullable Throwable thrown;
    private volatile StackTraceElement @Nullable [] frames;

    /** What the last snippet returned. */
    Optional<Object> value() {
        return Optional.ofNullable(value);
    }

    /** What the last snippet threw. */
    Optional<Throwable> thrown() {
        return Optional.ofNullable(thrown);
    }

    /** Makes the next snippet throw from these frames instead of being run. */
    void throwNext(StackTraceElement[] from) {
        frames = from.clone();
    }

    /** How a value is told to JShell, which only wants it for its own display. */
    String words(@Nullable Object result) {
        return "";
    }

    @Override
    public void addToClasspath(String path) {
        // the JVM that runs us has it already
    }

    @Override
    protected String invoke(Method snippet) throws Exception {
        StackTraceElement[] from = frames;
        if (from != null) {
            throw new UserException("", "", from);
        }
        value = null;
        thrown = null;
        Thread.currentThread().setContextClassLoader(snippet.getDeclaringClass().getClassLoader());
        try {
            value = snippet.invoke(null);
            return words(value);
        } catch (InvocationTargetException e) {
            thrown = e.getCause();
            throw e;
        }
    }

    @Override
    public String varValue(String className, String name) throws RunException, InternalException {
        value = null;
        try {
            Field field = findClass(className).getDeclaredField(name);
            field.setAccessible(true);
            value = field.get(null);
            return words(value);
        } catch (ReflectiveOperationException e) {
            throw new InternalException(e.toString());
        }
    }

    /** A provider of this one control. */
    ExecutionControlProvider provider() {
        return new ExecutionControlProvider() {
            @Override
            public String name() {
                return "plumbline";
            }

            @Override
            public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
                return LiveControl.this;
            }
        };
    }
}
