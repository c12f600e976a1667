package dev.plumbline.notebook;

import java.lang.reflect.Method;
import java.util.Optional;

/** Runs nothing: what is evaluated is only compiled. */
final class CompileOnly extends LiveControl {

    @Override
    Optional<Object> value() {
        return Optional.empty();
    }

    @Override
    protected String invoke(Method snippet) {
        return "";
    }

    @Override
    public String varValue(String className, String name) {
        return "";
    }
}
