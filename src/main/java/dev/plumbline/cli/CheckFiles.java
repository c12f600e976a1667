package dev.plumbline.cli;

import dev.plumbline.report.CheckJunit;
import dev.plumbline.report.CheckPrometheus;
import dev.plumbline.report.Checked;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where else a check is written to: for Prometheus, and for build servers. */
final class CheckFiles {

    @Option(
            names = "--prometheus",
            paramLabel = "FILE",
            description = "also as metrics for node_exporter's textfile collector, which reads *.prom")
    private Optional<Path> prometheus = Optional.empty();

    @Option(names = "--junit", paramLabel = "FILE", description = "also as JUnit XML: a suite an agent, a case a row")
    private Optional<Path> junit = Optional.empty();

    void write(List<Checked> checks, Instant ran, boolean yellowFails, PrintWriter err) {
        prometheus.ifPresent(file -> {
            if (!file.toString().endsWith(".prom")) {
                err.println(file + ": node_exporter passes over a file whose name does not end with .prom");
            }
            WholeFile.write(file, CheckPrometheus.of(checks, ran));
        });
        junit.ifPresent(file -> WholeFile.write(file, CheckJunit.of(checks, ran, yellowFails)));
    }
}
