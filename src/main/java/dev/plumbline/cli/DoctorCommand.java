package dev.plumbline.cli;

import dev.plumbline.Workbench;
import dev.plumbline.notify.Channel;
import dev.plumbline.notify.Settings;
import dev.plumbline.store.Queries;
import java.awt.GraphicsEnvironment;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "What works here, and what to do about what does not.")
final class DoctorCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private DataOption data = new DataOption();

    private boolean well = true;

    @Override
    public Integer call() throws Exception {
        say(true, "Java " + System.getProperty("java.version") + ", " + System.getProperty("java.vendor"), "");
        say(
                true,
                String.format(
                        Locale.ROOT,
                        "%d processors, %,d MB of memory for Java",
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.getRuntime().maxMemory() / 1_000_000),
                "");
        say(Files.isDirectory(Queries.home().resolve("queries")), "installation " + Queries.home(), "set PLUMB_HOME");
        Path folder = data.folder();
        Path exists = folder;
        while (!Files.exists(exists)) {
            exists = Optional.ofNullable(exists.getParent()).orElseThrow();
        }
        say(Files.isWritable(exists), "data folder " + folder + " can be written", "choose another with --data");
        long free = Files.getFileStore(exists).getUsableSpace();
        say(
                free > 1_000_000_000L,
                String.format(Locale.ROOT, "%,d MB of disk free there", free / 1_000_000),
                "make room: an import needs about the size of its files");
        fonts();
        Optional<Path> browser = Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Arrays.stream(Optional.ofNullable(System.getenv("PATH"))
                                .orElse("")
                                .split(":"))
                        .map(place -> Path.of(place, name)))
                .filter(Files::isExecutable)
                .findFirst();
        say(true, browser.map(path -> "browser " + path).orElse("no Chromium: pages are opened by hand"), "");
        people(folder);
        try (Workbench lab = data.open()) {
            say(
                    true,
                    lab.isEmpty()
                            ? "the store is empty"
                            : "store of " + lab.agents().size() + " agents, generation "
                                    + lab.store().generation(),
                    "");
        }
        return well ? ExitCode.DONE : ExitCode.FAILED;
    }

    /** Whether people can be told what a check finds; variables of cron and of this terminal are not the same. */
    private void people(Path folder) {
        if (!Files.exists(Settings.file(folder))) {
            say(true, "nobody is told what a check finds: there is no " + Settings.file(folder), "");
            return;
        }
        try {
            Settings settings = Settings.read(folder);
            for (Channel channel : settings.channels()) {
                List<String> missing = channel.variables().stream()
                        .filter(variable -> Optional.ofNullable(System.getenv(variable))
                                .filter(value -> !value.isBlank())
                                .isEmpty())
                        .toList();
                say(
                        missing.isEmpty(),
                        "check --notify tells " + channel.name() + ", " + channel.words(),
                        "set " + String.join(", ", missing) + " in the environment that it runs in");
            }
        } catch (IllegalArgumentException e) {
            say(false, String.valueOf(e.getMessage()), "");
        }
    }

    private void fonts() {
        try {
            int families =
                    GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames(Locale.ROOT).length;
            say(families > 0, families + " font families", "Debian: apt install fonts-dejavu-core");
        } catch (InternalError | RuntimeException e) {
            say(false, "fonts: " + e.getMessage(), "Debian: apt install fontconfig fonts-dejavu-core");
        }
    }

    private void say(boolean good, String what, String otherwise) {
        PrintWriter out = spec.commandLine().getOut();
        out.println((good ? "● " : "■ ") + what + (good || otherwise.isEmpty() ? "" : ": " + otherwise));
        well &= good;
    }
}
