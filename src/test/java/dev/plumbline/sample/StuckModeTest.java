package dev.plumbline.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.model.Period;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StuckModeTest {

    private static final FleetOptions OPTIONS =
            FleetOptions.until(LocalDate.of(2026, 11, 17)).withDays(21).withSystems(Set.of("playbook"));
    private static final String CHANGES =
            "SELECT count(*) FROM learning_states WHERE symbol = 'SOL/USDT' AND entered_at ";

    @TempDir
    Path folder;

    @Test
    void a_stuck_series_does_not_change_its_mode_and_readings_keep_it() throws IOException {
        Path file = Files.writeString(
                folder.resolve("stuck.yaml"), "- {kind: stuck_mode, agent: btc-eth-live, symbol: SOL/USDT}\n");
        Fleet.write(folder.resolve("stuck"), OPTIONS.withPlant(file));
        Sqlite stuck = new Sqlite(folder.resolve("stuck/playbook/btc-eth-live/trading.db"));
        JsonNode plant =
                Sample.json(folder.resolve("stuck/truth.json")).get("planted").get(0);
        assertThat(stuck.number(CHANGES + ">= '2026-11-10'"))
                .isZero()
                .isEqualTo(plant.get("found").get("changes").asDouble());
        assertThat(stuck.number(CHANGES + "< '2026-11-10'"))
                .isPositive()
                .isEqualTo(plant.get("found").get("changes_before").asDouble());
        assertThat(stuck.number("SELECT max(n) FROM (SELECT count(DISTINCT mode) n FROM confidence_history WHERE symbol"
                        + " = 'SOL/USDT' AND timestamp >= '2026-11-10' GROUP BY interval)"))
                .isOne();
        Path nothing = Files.writeString(folder.resolve("nothing.yaml"), "");
        Fleet.write(folder.resolve("calm"), OPTIONS.withPlant(nothing));
        Sqlite calm = new Sqlite(folder.resolve("calm/playbook/btc-eth-live/trading.db"));
        assertThat(calm.number(CHANGES + ">= '2026-11-10'")).isPositive();
        assertThat(calm.number(CHANGES + "< '2026-11-10'")).isEqualTo(stuck.number(CHANGES + "< '2026-11-10'"));
    }

    @Test
    void the_whole_fleet_has_one_and_a_first_review_has_none() {
        Period week = Period.of(Instant.parse("2026-11-10T00:00:00Z"), Instant.parse("2026-11-17T00:00:00Z"));
        assertThat(Plants.ofTheLastWeek(week, FleetOptions.SYSTEMS).of(PlantKind.STUCK_MODE))
                .hasSize(1);
        assertThat(Plants.ofTheLastWeek(week, FleetOptions.FIRST).of(PlantKind.STUCK_MODE))
                .isEmpty();
    }
}
