package dev.plumbline.sample;

import java.util.ArrayList;
import java.util.List;

/** One agent of the fleet. The first of each system trades real money, the others play. */
record Member(String system, String name, boolean live) {

    static List<Member> of(FleetOptions options) {
        List<Member> members = new ArrayList<>();
        add(members, options, "playbook", "btc-eth-live", "btc-eth-paper");
        add(members, options, "roma", "deepseek-live", "qwen-paper");
        add(members, options, "fox", "fox-main", "fox-paper");
        add(members, options, "kraken", "kraken-main", "kraken-paper");
        add(members, options, "bingx", "bingx-main", "bingx-paper");
        return members;
    }

    private static void add(List<Member> members, FleetOptions options, String system, String live, String paper) {
        int count = options.systems().contains(system) ? options.agentsOf(system) : 0;
        for (int i = 0; i < count; i++) {
            String name = i == 0 ? live : i == 1 ? paper : paper + "-" + (i + 1);
            members.add(new Member(system, name, i == 0));
        }
    }

    /** Where its files are, below the sample's folder. */
    String path() {
        return switch (system) {
            case "playbook" -> "playbook/" + name + "/trading.db";
            case "roma" -> "roma/logs/decisions/" + name;
            default -> system + "/" + name;
        };
    }

    /** Whether its files lie in a folder of its own. */
    boolean inFolder() {
        return !system.equals("playbook");
    }
}
