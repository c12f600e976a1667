package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.model.Rejected;
import dev.plumbline.store.ImportOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PostgresUrlTest {

    @Test
    void a_url_is_shown_without_password_and_parameters() {
        PostgresUrl url =
                PostgresUrl.parse("postgresql://bot:top%20secret@db.example.org:6432/fox_crypto?sslmode=require");
        assertThat(url.shown()).isEqualTo("postgresql://bot@db.example.org:6432/fox_crypto");
        assertThat(url.toString()).isEqualTo(url.shown());
        assertThat(url.jdbc()).isEqualTo("jdbc:postgresql://db.example.org:6432/fox_crypto");
        assertThat(url.properties(Map.of()))
                .containsOnly(
                        Map.entry("user", "bot"), Map.entry("password", "top secret"), Map.entry("sslmode", "require"));
    }

    @Test
    void the_other_ways_to_write_one_are_read_too() {
        assertThat(PostgresUrl.parse("postgres://bot@[::1]:5432/a").shown()).isEqualTo("postgresql://bot@[::1]:5432/a");
        assertThat(PostgresUrl.parse("postgresql:///a?user=b").shown()).isEqualTo("postgresql://b@localhost/a");
        assertThat(PostgresUrl.parse("jdbc:postgresql://h/a%20b?user=c&password=d")
                        .shown())
                .isEqualTo("postgresql://c@h/a b");
        assertThat(PostgresUrl.parse("postgresql://bot:p@ss:w/rd@h/a").properties(Map.of()))
                .containsEntry("password", "p@ss:w/rd");
        assertThat(PostgresUrl.parse("postgresql://bot:a+b@h/a").properties(Map.of()))
                .containsEntry("password", "a+b");
    }

    @Test
    void a_password_of_the_environment_is_taken_where_the_url_has_none() {
        assertThat(PostgresUrl.parse("postgresql://bot@h/a").properties(Map.of("PGPASSWORD", "e")))
                .containsEntry("password", "e");
        assertThat(PostgresUrl.parse("postgresql://bot:u@h/a").properties(Map.of("PGPASSWORD", "e")))
                .containsEntry("password", "u");
    }

    @Test
    void what_is_no_such_url_is_refused_without_being_repeated() {
        for (String wrong : List.of(
                "postgresql://bot:secret@h h/a",
                "postgresql:/bot:secret@h/a",
                "postgresql://bot:secret@h/a?socketFactory=secret",
                "postgresql://bot:secret@h/a?secret",
                "postgresql://bot:secret%@h/a")) {
            assertThatThrownBy(() -> PostgresUrl.parse(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .message()
                    .contains("expected")
                    .doesNotContain("secret");
        }
    }

    @Test
    void a_sqlite_url_is_its_file(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("bot.db"), "");
        for (String url : List.of("sqlite:" + file, "sqlite://" + file, "sqlite:///" + file)) {
            Rejections rejections = new Rejections();
            try (Captures captures =
                    new Captures(new Sources(List.of()), folder, folder, Progress.none(), rejections)) {
                assertThat(captures.of(new ImportRequest(List.of(url), Optional.empty(), ImportOptions.of(""))))
                        .singleElement()
                        .satisfies(found -> assertThat(found.path()).isEqualTo(file));
            }
            assertThat(rejections.rejected()).isEmpty();
        }
    }

    @Test
    void a_typing_error_shows_no_password(@TempDir Path folder) {
        Rejections rejections = new Rejections();
        try (Captures captures = new Captures(new Sources(List.of()), folder, folder, Progress.none(), rejections)) {
            captures.of(ImportRequest.of("postgresql:bot:secret@h/a", "ftp://bot:secret@h/a"));
        }
        assertThat(rejections.rejected())
                .hasSize(2)
                .extracting(Rejected::toString)
                .noneMatch(line -> line.contains("secret"));
    }
}
