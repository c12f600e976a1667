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
            line(yaml, "  - path", member.path());
            system(yaml, member);
            line(yaml, "    agent", member.name());
            line(yaml, "    account", member.name() + (futures(member) ? "-futures" : "-spot"));
            exchange(yaml, member);
            line(yaml, "    environment", member.live() ? "live" : "paper");
            line(yaml, "    zone", member.system().equals("fox") ? FoxAgent.ZONE : "UTC");
            rest(yaml, member);
        }
        return yaml.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** BingX lies beside answers of a Prometheus server, which are files of a system of their own: each file tells. */
    private static void system(StringBuilder yaml, Member member) {
        if (member.system().equals("bingx")) {
            yaml.append("    # no system: the bot's files and a Prometheus server's answers, each recognised\n");
        } else {
            line(yaml, "    system", member.system());
        }
    }

    private static boolean futures(Member member) {
        return !member.system().equals("playbook") && !member.system().equals("kraken");
    }

    /** The fox trades on two exchanges and its files say which. */
    private static void exchange(StringBuilder yaml, Member member) {
        String exchange =
                switch (member.system()) {
                    case "playbook" -> "binance";
                    case "roma" -> "aster";
                    case "fox" -> "";
                    default -> member.system();
                };
        if (!exchange.isEmpty()) {
            line(yaml, "    exchange", exchange);
        }
    }

    private static void rest(StringBuilder yaml, Member member) {
        String capital = String.format(Locale.ROOT, "%.0f", PlaybookPortfolio.CAPITAL);
        switch (member.system()) {
            case "playbook" -> {
                line(yaml, "    capital", capital);
                line(yaml, "    stake", String.format(Locale.ROOT, "%.0f", PlaybookPortfolio.STAKE));
                line(yaml, "    fee_rate", "0.0005");
                line(yaml, "    max_age", "7200");
            }
            case "roma" -> {
                line(yaml, "    capital", capital);
                line(yaml, "    fee_rate", "0.0004");
                line(yaml, "    max_age", "1800");
            }
            case "kraken" -> {
                line(yaml, "    capital", String.format(Locale.ROOT, "%.0f", KrakenTrading.CAPITAL));
                line(yaml, "    max_age", "50400");
            }
            default -> line(yaml, "    max_age", "3600");
        }
    }

    private static void line(StringBuilder yaml, String key, String value) {
        yaml.append(key).append(": ").append(value).append('\n');
    }
}
