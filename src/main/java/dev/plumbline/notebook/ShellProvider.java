package dev.plumbline.notebook;

import java.util.Map;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;

/** How the JShell tool finds our execution, by its name and the JDK's service file. */
public final class ShellProvider implements ExecutionControlProvider {

    static final String NAME = "plumbline";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ExecutionControl generate(ExecutionEnv env, Map<String, String> parameters) {
        return new ShellControl();
    }
}
