package dev.plumbline.sample;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The sample's {@code sources.yaml}: where each agent's files are, and what only its operator would know. */
final class SourceList {

    private SourceList() {}

    /** Paths are relative to the file's own folder. */
    static byte[] yaml(List<Member> members) {
        StringBuilder yaml = new StringBuilder("# made by plumb sample; paths are relative to this file\nsources:\n");
        for (Member member : members) {
            boolean playbook = member.system().equals("playbook");
            line(yaml, "  - path", member.path());
            line(yaml, "    system", member.system());
            line(yaml, "    agent", member.name());
            line(yaml, "    account", playbook ? member.name() + "-spot" : member.name() + "-futures");
            line(yaml, "    exchange", playbook ? "binance" : "aster");
            line(yaml, "    environment", member.live() ? "live" : "paper");
            line(yaml, "    zone", "UTC");
            line(yaml, "    capital", String.format(Locale.ROOT, "%.0f", PlaybookPortfolio.CAPITAL));
            if (playbook) {
                line(yaml, "    stake", String.format(Locale.ROOT, "%.0f", PlaybookPortfolio.STAKE));
            }
            line(yaml, "    fee_rate", playbook ? "0.0005" : "0.0004");
            line(yaml, "    max_age", playbook ? "7200" : "1800");
        }
        return yaml.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder yaml, String key, String value) {
        yaml.append(key).append(": ").append(value).append('\n');
    }
}
