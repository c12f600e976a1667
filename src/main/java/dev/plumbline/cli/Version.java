package dev.plumbline.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** {@code plumbline 0.1.0 (Java 17.0.15)}. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"plumbline " + number() + " (Java " + System.getProperty("java.version") + ")"};
    }

    /** The version of the jar; {@code development} where there is none. */
    static String number() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
