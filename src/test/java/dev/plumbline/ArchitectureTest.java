package dev.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.store.Queries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The house rules that a machine can check: who imports whom, how long a file is, what a name may not be. */
final class ArchitectureTest {

    private static final Path MAIN = Queries.home().resolve("src/main/java/dev/plumbline");
    private static final Pattern IMPORT = Pattern.compile("^import (?:static )?([\\w.]+);", Pattern.MULTILINE);
    private static final String FACADE = "";

    /** What each package may import of the project, besides itself. The façade is the empty name. */
    private static final Map<String, Set<String>> MAY_IMPORT = Map.ofEntries(
            Map.entry("model", Set.of()),
            Map.entry("store", Set.of("model")),
            Map.entry("source", Set.of("store", "model")),
            Map.entry("metric", Set.of("model")),
            Map.entry("baseline", Set.of("metric", "model")),
            Map.entry("chart", Set.of("baseline", "metric", "model")),
            Map.entry("report", Set.of("chart", "baseline", "metric", "model")),
            // people are told what a check says: the store and the files behind it are none of their business
            Map.entry("notify", Set.of("report", "chart", "baseline", "metric", "model")),
            Map.entry("sample", Set.of("model")),
            // who was told, and when somebody knew, is part of an incident
            Map.entry(FACADE, Set.of("notify", "report", "chart", "baseline", "metric", "model", "store", "source")),
            Map.entry("notebook", Set.of(FACADE, "report", "chart", "baseline", "metric", "model")));

    /** java.sql belongs to the store, the format readers, the notebook's renderer and the sample's SQLite writer. */
    private static final Set<String> MAY_USE_SQL = Set.of("store", "source", "notebook", "sample");

    @Test
    void imports_go_downwards_only() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Path file : sources()) {
            String from = packageOf(file);
            if (!MAY_IMPORT.containsKey(from)) {
                continue;
            }
            for (Matcher m = IMPORT.matcher(Files.readString(file)); m.find(); ) {
                String to = target(m.group(1));
                if (!to.equals("outside")
                        && !to.equals(from)
                        && !MAY_IMPORT.get(from).contains(to)) {
                    wrong.add(file.getFileName() + " (" + from + ") imports " + m.group(1));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void the_model_needs_nothing_but_the_jdk() throws IOException {
        for (Path file : sources()) {
            if (packageOf(file).equals("model") && !file.endsWith("package-info.java")) {
                assertThat(imports(file)).as(file.toString()).allMatch(name -> name.startsWith("java."));
            }
        }
    }

    @Test
    void sql_stays_where_it_belongs() throws IOException {
        for (Path file : sources()) {
            if (!MAY_USE_SQL.contains(packageOf(file))) {
                assertThat(imports(file)).as(file.toString()).noneMatch(name -> name.startsWith("java.sql"));
            }
        }
    }

    @Test
    void no_file_is_longer_than_400_lines() throws IOException {
        for (Path file : sources()) {
            assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(400);
        }
    }

    @Test
    void names_say_something() throws IOException {
        assertThat(sources())
                .extracting(file -> file.getFileName().toString())
                .noneMatch(name ->
                        name.matches(".*(Utils?|Helper|Manager|Common|Impl)\\.java|(Abstract|Base(?!line))[A-Z].*"));
    }

    @Test
    void every_package_says_what_it_is_for() throws IOException {
        for (Path file : sources()) {
            Path about = file.resolveSibling("package-info.java");
            assertThat(Files.readString(about))
                    .as(about.toString())
                    .startsWith("/** ")
                    .contains("@NullMarked");
        }
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static List<String> imports(Path file) throws IOException {
        List<String> names = new ArrayList<>();
        for (Matcher m = IMPORT.matcher(Files.readString(file)); m.find(); ) {
            names.add(m.group(1));
        }
        return names;
    }

    private static String packageOf(Path file) {
        return MAIN.relativize(file.getParent()).toString();
    }

    /** The package of the project that an import names: {@code store}, the façade, or {@code outside}. */
    private static String target(String name) {
        if (!name.startsWith("dev.plumbline.")) {
            return "outside";
        }
        String rest = name.substring("dev.plumbline.".length());
        int dot = rest.indexOf('.');
        return dot < 0 || Character.isUpperCase(rest.charAt(0)) ? FACADE : rest.substring(0, dot);
    }
}
