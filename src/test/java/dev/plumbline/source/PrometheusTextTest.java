package dev.plumbline.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import dev.plumbline.model.LoadReport;
import dev.plumbline.store.ImportOptions;
import dev.plumbline.store.Queries;
import dev.plumbline.store.Rows;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PrometheusTextTest {

    /** The example of https://prometheus.io/docs/instrumenting/exposition_formats/, as it stands there. */
    private static final String EXAMPLE = """
            # HELP http_requests_total The total number of HTTP requests.
            # TYPE http_requests_total counter
            http_requests_total{method="post",code="200"} 1027 1395066363000
            http_requests_total{method="post",code="400"}    3 1395066363000

            # Escaping in label values:
            msdos_file_access_time_seconds{path="C:\\\\DIR\\\\FILE.TXT",error="Cannot find file:\\n\\"FILE.TXT\\""} 1.458255915e9

            # Minimalistic line:
            metric_without_timestamp_and_labels 12.47

            # A weird metric from before the epoch:
            something_weird{problem="division by zero"} +Inf -3982045

            # A histogram, which has a pretty complex representation in the text format:
            # HELP http_request_duration_seconds A histogram of the request duration.
            # TYPE http_request_duration_seconds histogram
            http_request_duration_seconds_bucket{le="0.05"} 24054
            http_request_duration_seconds_bucket{le="0.1"} 33444
            http_request_duration_seconds_bucket{le="0.2"} 100392
            http_request_duration_seconds_bucket{le="0.5"} 129389
            http_request_duration_seconds_bucket{le="1"} 133988
            http_request_duration_seconds_bucket{le="+Inf"} 144320
            http_request_duration_seconds_sum 53423
            http_request_duration_seconds_count 144320

            # Finally a summary, which has a complex representation, too:
            # HELP rpc_duration_seconds A summary of the RPC duration in seconds.
            # TYPE rpc_duration_seconds summary
            rpc_duration_seconds{quantile="0.01"} 3102
            rpc_duration_seconds{quantile="0.05"} 3272
            rpc_duration_seconds{quantile="0.5"} 4773
            rpc_duration_seconds{quantile="0.9"} 9001
            rpc_duration_seconds{quantile="0.99"} 76656
            rpc_duration_seconds_sum 1.7560473e+07
            rpc_duration_seconds_count 2693
            """;

    @TempDir
    Path folder;

    private Imports imports() {
        return new Imports(folder);
    }

    private Rows samples(String where) {
        return imports()
                .rows("SELECT metric, labels, kind, value, CAST(time AS VARCHAR) AS time FROM samples " + where
                        + " ORDER BY time, metric, labels");
    }

    @Test
    void the_example_of_the_format_is_read_whole() {
        LoadReport report =
                imports().write("metrics_20261116_1400.prom", EXAMPLE).load();
        assertThat(report.rejected()).isEmpty();
        assertThat(report.notes()).isEmpty();
        assertThat(samples("").size()).isEqualTo(20);
        Rows escaped = samples("WHERE metric LIKE 'msdos%'");
        assertThat(escaped.texts("labels"))
                .containsExactly(
                        "{\"error\":\"Cannot find file:\\n\\\"FILE.TXT\\\"\",\"path\":\"C:\\\\DIR\\\\FILE.TXT\"}");
        assertThat(escaped.doubles("value")).containsExactly(1458255915);
        Rows weird = samples("WHERE metric = 'something_weird'");
        assertThat(weird.doubles("value")).containsExactly(Double.POSITIVE_INFINITY);
        assertThat(weird.texts("time")).containsExactly("1969-12-31 22:53:37.955");
        Rows counter = samples("WHERE metric = 'http_requests_total'");
        assertThat(counter.texts("time")).containsOnly("2014-03-17 14:26:03");
        assertThat(counter.texts("kind")).containsOnly("counter");
        assertThat(samples("WHERE metric = 'metric_without_timestamp_and_labels'")
                        .texts("time"))
                .containsExactly("2026-11-16 14:00:00");
    }

    @Test
    void kinds_follow_types_and_without_one_only_total_is_a_counter() {
        imports()
                .write("metrics_20261116_1400.prom", EXAMPLE + "lone_total 4\nlone_count 5\n# TYPE g gauge\ng 6\n")
                .load();
        Rows kinds = imports().rows("SELECT kind || ' ' || metric AS k FROM samples GROUP BY ALL ORDER BY ALL");
        assertThat(kinds.texts("k"))
                .containsExactly(
                        "counter http_request_duration_seconds_bucket",
                        "counter http_request_duration_seconds_count",
                        "counter http_request_duration_seconds_sum",
                        "counter http_requests_total",
                        "counter lone_total",
                        "counter rpc_duration_seconds_count",
                        "counter rpc_duration_seconds_sum",
                        "gauge g",
                        "gauge rpc_duration_seconds",
                        "unknown lone_count",
                        "unknown metric_without_timestamp_and_labels",
                        "unknown msdos_file_access_time_seconds",
                        "unknown something_weird");
    }

    @Test
    void open_metrics_with_exemplars_seconds_quoted_names_and_an_end_is_read() {
        LoadReport report = imports().write("metrics_20261116_1400.prom", """
                # TYPE foo counter
                # UNIT foo seconds
                foo_total{a="b"} 17.0 1520879607.789 # {trace_id="KOO5S4vxi0o"} 0.67
                foo_created{a="b"} 1520430000.123
                {"my.dotted.metric", "region.name"="eu"} 1.5
                # TYPE "my.dotted.counter" counter
                {"my.dotted.counter"} 2
                trailing{a="1",} 3
                tight{a="1"}4
                  spaced \t{ a = "1" , b = "2" } \t NaN
                # EOF
                """).load();
        assertThat(report.rejected()).isEmpty();
        Rows rows = imports()
                .rows("SELECT kind || ' ' || metric || labels || ' ' || value || ' ' || strftime(time, '%Y %f') AS s"
                        + " FROM samples ORDER BY metric, labels");
        assertThat(rows.texts("s"))
                .containsExactly(
                        "gauge foo_created{\"a\":\"b\"} 1520430000.123 2026 000000",
                        "counter foo_total{\"a\":\"b\"} 17.0 2018 789000",
                        "counter my.dotted.counter{} 2.0 2026 000000",
                        "unknown my.dotted.metric{\"region.name\":\"eu\"} 1.5 2026 000000",
                        "unknown spaced{\"a\":\"1\",\"b\":\"2\"} nan 2026 000000",
                        "unknown tight{\"a\":\"1\"} 4.0 2026 000000",
                        "unknown trailing{\"a\":\"1\"} 3.0 2026 000000");
    }

    @Test
    void a_bad_line_costs_itself_and_is_named() {
        LoadReport report = imports().write("metrics_20261116_1400.prom", """
                # TYPE good_total counter
                # TYPE good_total gauge
                # TYPE other thermometer
                good_total 1
                0bad 1
                no_value
                words three
                twice{a="1",a="2"} 1
                open{a="1 1
                naked{a=1} 1
                late 1 yesterday
                much 1 1395066363000 2
                joined{a="1"}_size 3
                hex 0x1p-2
                good_total{a="1"} 1_000
                cut 12""").load();
        assertThat(imports().said(report))
                .containsExactly(
                        "metrics_20261116_1400.prom:2: found \"# TYPE good_total gauge\": a type has been told before: once was expected",
                        "metrics_20261116_1400.prom:3: found \"# TYPE other thermometer\": counter, gauge, histogram, summary or untyped was expected",
                        "metrics_20261116_1400.prom:5:1: found \"0bad 1\": the name of a metric was expected",
                        "metrics_20261116_1400.prom:6:9: found \"no_value\": a value such as 3, 2.5e-3, NaN or +Inf was expected",
                        "metrics_20261116_1400.prom:7:7: found \"words three\": a value such as 3, 2.5e-3, NaN or +Inf was expected",
                        "metrics_20261116_1400.prom:8:13: found \"twice{a=\"1\",a=\"2\"} 1\": the label a is there twice: once was expected",
                        "metrics_20261116_1400.prom:9:8: found \"open{a=\"1 1\": a closing double quote was expected",
                        "metrics_20261116_1400.prom:10:9: found \"naked{a=1} 1\": a value in double quotes was expected for the label a",
                        "metrics_20261116_1400.prom:11:8: found \"late 1 yesterday\": a timestamp in milliseconds since 1970 was expected",
                        "metrics_20261116_1400.prom:12:22: found \"much 1 1395066363000 2\": the end of the line was expected after value and timestamp",
                        "metrics_20261116_1400.prom:13:14: found \"joined{a=\"1\"}_size 3\": a blank and a value were expected after the labels",
                        "metrics_20261116_1400.prom:15:19: found \"good_total{a=\"1\"} 1_000\": a value such as 3, 2.5e-3, NaN or +Inf was expected",
                        "metrics_20261116_1400.prom:16: found \"cut 12\": a line end was expected: the file is cut off here, or still being written");
        assertThat(samples("").texts("metric")).containsExactly("good_total", "hex");
        assertThat(samples("").doubles("value")).containsExactly(1, 0.25);
    }

    @Test
    void of_a_sample_that_is_there_twice_the_first_stays_and_one_note_says_so() {
        LoadReport report = imports().write("metrics_20261116_1400.prom", """
                # TYPE a_total counter
                a_total{x="1",y="2"} 7
                b 1
                a_total{y="2",x="1"} 0
                b 1
                c 1 1395066363000
                c 2 1395066364000
                """).load();
        assertThat(report.rejected()).isEmpty();
        assertThat(report.notes())
                .singleElement()
                .asString()
                .endsWith(
                        "metrics_20261116_1400.prom: 2 samples are there again with the same labels and another value;"
                                + " the first is kept: a_total (lines 2 and 4), b (lines 3 and 5)");
        assertThat(samples("").texts("metric")).containsExactly("c", "c", "a_total", "b");
        assertThat(samples("").doubles("value")).containsExactly(1, 2, 7, 1);
    }

    @Test
    void labels_before_a_suffix_and_in_two_groups_are_read_as_they_are_meant() {
        LoadReport report = imports().write("metrics_20261116_1400.prom", """
                # TYPE other gauge
                call{op="x"}_count 3
                call{op="x"}_sum 0.5
                call{op="x"}{quantile="0.50"} 0.1
                """).load();
        assertThat(report.rejected()).isEmpty();
        assertThat(report.notes())
                .singleElement()
                .asString()
                .endsWith(
                        "3 samples are written like name{…}_count or name{…}{…}; read as name_count{…} and name{…, …}: lines 2, 3, 4");
        Rows rows = samples("");
        assertThat(rows.texts("metric")).containsExactly("call", "call_count", "call_sum");
        assertThat(rows.texts("labels"))
                .containsExactly("{\"op\":\"x\",\"quantile\":\"0.50\"}", "{\"op\":\"x\"}", "{\"op\":\"x\"}");
    }

    // python3: sum(1 for l in open(f) if l.strip() and l[0] != "#") and the sum of float(l.rsplit(" ", 1)[1]); kinds
    // from
    // the type of the name, or of the name without _sum, _count, _bucket
    @Test
    void the_real_exposition_of_a_server_has_the_samples_that_python_counts() {
        Path shared = Path.of(Optional.ofNullable(System.getenv("PLUMB_SHARED")).orElse("../shared"));
        Path real = shared.resolve("corpus/prometheus/exposition.txt");
        Assumptions.assumeTrue(Files.isRegularFile(real), "needs the exposition in " + real);
        LoadReport report = Importer.run(
                folder.resolve("data"), Queries.find(), List.of(ImportRequest.of(real.toString())), Progress.none());
        assertThat(report.rejected()).isEmpty();
        Rows rows = imports()
                .rows("SELECT COUNT(*) AS n, SUM(value) AS total, COUNT(*) FILTER (kind = 'unknown') AS untold,"
                        + " MIN(system || ' ' || agent) AS whose FROM samples");
        assertThat(rows.doubles("n")[0]).isEqualTo(248);
        assertThat(rows.doubles("total")[0]).isCloseTo(2018283721.4950001, offset(1e-3));
        assertThat(rows.doubles("untold")[0]).isZero();
        assertThat(rows.texts("whose")[0]).isEqualTo("prometheus prometheus");
    }

    @Test
    void a_snapshot_whose_name_says_no_time_is_filed_when_it_was_last_written() throws IOException {
        Imports imports = imports().write("metrics", "# TYPE a gauge\na 1\n");
        Files.setLastModifiedTime(imports.path("metrics"), FileTime.from(Instant.parse("2026-11-16T14:00:05.7Z")));
        LoadReport report = imports.load();
        assertThat(samples("").texts("time")).containsExactly("2026-11-16 14:00:05");
        assertThat(report.notes())
                .singleElement()
                .asString()
                .startsWith("1 snapshot says no time, inside or in the name");
    }

    @Test
    void equal_snapshots_at_different_times_are_different_samples_and_twice_changes_nothing() {
        imports()
                .write("metrics_20261116_1400.prom", "# TYPE a gauge\na 1\n")
                .write("metrics_20261116_1401.prom", "# TYPE a gauge\na 1\n")
                .load();
        assertThat(samples("").texts("time")).containsExactly("2026-11-16 14:00:00", "2026-11-16 14:01:00");
        LoadReport again = imports().load();
        assertThat(again.unchanged()).isEqualTo(2);
        assertThat(again.importId()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "metrics_20261116_1400.prom,2026-11-16T14:00",
        "metrics_20261116_140005.prom,2026-11-16T14:00:05",
        "bot-2026-11-16T14-00-05Z.txt,2026-11-16T14:00:05",
        "2026-11-16_14.00.prom,2026-11-16T14:00",
        "metrics_9090_20261399_20261116.prom,2026-11-16T00:00",
        "metrics_1763301605.prom,2025-11-16T14:00:05",
        "metrics_1763301605123.prom,2025-11-16T14:00:05",
    })
    void a_name_says_when_a_snapshot_was_taken(String name, LocalDateTime time) {
        assertThat(WrittenTime.said(name)).contains(time);
    }

    @ParameterizedTest
    @CsvSource({"metrics.prom", "bot-9090.txt", "v2.10.31.prom", "metrics_20261301.prom"})
    void other_digits_in_a_name_are_no_time(String name) {
        assertThat(WrittenTime.said(name)).isEmpty();
    }

    @Test
    void an_exposition_is_known_by_its_content_not_by_numbers_at_the_end_of_lines() {
        assertThat(looksLike("# TYPE a counter\na 1\n", Set.of())).isTrue();
        assertThat(looksLike("# HELP a Of something.\na 1\nb{cut=\"", Set.of())).isTrue();
        assertThat(looksLike("a 1\nb 2\n", Set.of())).isFalse();
        assertThat(looksLike("a 1\nb 2\n", Set.of("b"))).isTrue();
        assertThat(looksLike("a 1\n", Set.of("b"))).isFalse();
        assertThat(looksLike("# TYPE of text\nSome words that mean nothing.\nMore of them here.\n", Set.of()))
                .isFalse();
    }

    private static boolean looksLike(String head, Set<String> any) {
        return PrometheusText.looksLike(head.getBytes(StandardCharsets.UTF_8), Set.of(), any, Set.of());
    }

    @ParameterizedTest
    @CsvSource({
        "3,3",
        "-0,0",
        "1e3,1000",
        "+.5,0.5",
        "5.,5",
        "0x1.8p1,3",
        "inf,Infinity",
        "-INF,-Infinity",
        "NaN,NaN",
        "nan,NaN"
    })
    void values_are_those_that_go_parses(String written, double value) throws IOException {
        assertThat(PrometheusTextLine.parse("m " + written).value() + 0.0).isEqualTo(Double.valueOf(value));
    }

    @ParameterizedTest
    @CsvSource({"1d", "1f", "0x10", "--1", "1e", "Infinit", "'1,5'"})
    void what_only_java_or_nobody_parses_is_no_value(String written) {
        assertThatThrownBy(() -> PrometheusTextLine.parse("m " + written))
                .isInstanceOf(PrometheusTextLine.Malformed.class)
                .hasMessageContaining("a value such as");
    }

    @Test
    void an_unknown_escape_stays_as_it_is_written() throws IOException {
        assertThat(PrometheusTextLine.parse("m{a=\"\\d\\\\\"} 1").labels()).isEqualTo(Map.of("a", "\\d\\"));
    }

    @Test
    void the_answer_of_a_server_becomes_its_values() {
        LoadReport report = imports().write("query_range.json", """
                {"status":"success","data":{"resultType":"matrix","result":[
                {"metric":{"job":"bot","__name__":"orders_total","b":"x\\"y","symbol":"BTC-USDT"},
                 "values":[[1763301600,"1"],[1763301605.781,"NaN"],[1763301610.5,"+Inf"],[1763301615,"-Inf"],[1763301620,"2.5"]]},
                {"metric":{"__name__":"up"},"values":[[1763301600,"1"],[1763301605,"many"]]}]}}
                """).load();
        assertThat(imports().said(report))
                .containsExactly(
                        "query_range.json:4: found \"1763301605 many\":"
                                + " a time and a number such as [1763301600, \"3\"] were expected; values of this series left out: 1");
        Rows rows = samples("");
        assertThat(rows.texts("time"))
                .containsExactly(
                        "2025-11-16 14:00:00",
                        "2025-11-16 14:00:00",
                        "2025-11-16 14:00:05.781",
                        "2025-11-16 14:00:10.5",
                        "2025-11-16 14:00:15",
                        "2025-11-16 14:00:20");
        assertThat(rows.texts("kind"))
                .containsExactly("counter", "unknown", "counter", "counter", "counter", "counter");
        assertThat(rows.texts("labels")[0]).isEqualTo("{\"b\":\"x\\\"y\",\"job\":\"bot\",\"symbol\":\"BTC-USDT\"}");
        assertThat(rows.texts("labels")[1]).isEqualTo("{}");
        assertThat(rows.doubles("value"))
                .containsExactly(1, 1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 2.5);
    }

    @Test
    void an_instant_answer_an_expression_and_an_error_are_told_apart() {
        LoadReport report = imports()
                .write(
                        "order_rate_20261116_1400.json",
                        "{\"status\":\"success\",\"warnings\":[\"cut\"],\"data\":{\"resultType\":\"vector\",\"result\":"
                                + "[{\"metric\":{\"job\":\"bot\"},\"value\":[1763301600.5,\"0.25\"]}]}}")
                .write(
                        "failed.json",
                        "{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"parse error at char 5\"}")
                .write("other.json", "{\"status\":\"ok\",\"data\":{\"orders\":3}}")
                .load();
        assertThat(imports().said(report))
                .containsExactly(
                        "failed.json:1: found \"bad_data\": the server answered with an error: parse error at char 5");
        assertThat(report.notes()).hasSize(3);
        assertThat(report.notes().get(0))
                .startsWith("1 file is of no system's name or shape")
                .contains("/other.json");
        assertThat(report.notes().get(1))
                .endsWith("series without a name, as an expression gives, are named after the file: 1");
        assertThat(report.notes().get(2)).endsWith("the server warned: [\"cut\"]");
        assertThat(samples("").texts("metric")).containsExactly("order_rate");
        assertThat(samples("").doubles("value")).containsExactly(0.25);
    }

    @Test
    void told_to_be_prometheus_a_file_of_bare_samples_is_read() {
        imports().write("metrics.prom", "a 1 1395066363000\n");
        LoadReport report = imports().load(Optional.of("prometheus"), ImportOptions.of(""), "metrics.prom");
        assertThat(report.rejected()).isEmpty();
        assertThat(samples("").texts("metric")).containsExactly("a");
    }
}
