package dev.plumbline.report;

import dev.plumbline.baseline.Check;
import dev.plumbline.baseline.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Checks as one page without scripts, the worst agent first: what is attached to a mail. */
public final class CheckPage {

    private CheckPage() {}

    public static String of(List<Check> checks) {
        List<Block> blocks = new ArrayList<>();
        checks.stream().sorted(Comparator.comparing(Check::verdict)).forEach(check -> {
            blocks.add(new Block.Heading(2, Finding.plain(check.scope().toString())));
            blocks.add(new Block.VerdictBox(check));
            blocks.add(new Block.Deviations(check));
        });
        Verdict verdict = Verdict.ofAll(checks.stream().map(Check::verdict).toList());
        Page page = new Page(
                "PLUMBLINE",
                "check",
                checks.size() == 1
                        ? Finding.plain(checks.get(0).scope().toString())
                        : checks.size() + " agents, " + verdict.word(),
                blocks,
                Map.of(),
                Map.of());
        return PageHtml.write(page, PageHtml.Options.plain());
    }
}
