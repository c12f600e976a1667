package dev.plumbline.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One agent of the fleet. The first of each system trades real money, the others play. */
record Member(String system, String name, boolean live) {

    static List<Member> of(FleetOptions options) {
        List<Member> members = new ArrayList<>();
        add(members, options, "playbook", "btc-eth-live", "btc-eth-paper");
        add(members, options, "roma", "deepseek-live", "qwen-paper");
        return members;
    }

    private static void add(List<Member> members, FleetOptions options, String system, String live, String paper) {
        Set<String> wanted = options.systems();
        for (int i = 0; wanted.contains(system) && i < options.agents(); i++) {
            String name = i == 0 ? live : i == 1 ? paper : paper + "-" + (i + 1);
            members.add(new Member(system, name, i == 0));
        }
    }

    /** Where its files are, below the sample's folder. */
    String path() {
        return system.equals("playbook") ? "playbook/" + name + "/trading.db" : "roma/logs/decisions/" + name;
    }
}
