package dev.plumbline.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What is planted in the week before a moment when nothing else is asked for. */
record PlantedWeek(long end, List<Plant> plants) {

    private static final long MINUTE = Market.MINUTE;
    private static final long HOUR = Market.HOUR;
    private static final long DAY = Market.DAY;

    /** The changes of the live agents of some systems. */
    static List<Plant> before(long end, Set<String> systems) {
        PlantedWeek week = new PlantedWeek(end, new ArrayList<>());
        week.playbookAndRoma();
        if (systems.contains("playbook") && !FleetOptions.FIRST.containsAll(systems)) {
            // not in a first review's sample, which has enough to say
            week.whole(PlantKind.STUCK_MODE, "btc-eth-live", "SOL/USDT", 7 * 24);
        }
        week.fox();
        week.kraken();
        week.bingx();
        return week.plants;
    }

    private void playbookAndRoma() {
        whole(PlantKind.WIN_RATE, "btc-eth-live", "ETH/USDT", 0.37);
        whole(PlantKind.CONFIDENCE, "btc-eth-live", "", 0.07);
        plants.add(new Plant(PlantKind.RETRAINING_FAILURES, "btc-eth-live", "", end - 4 * DAY, end - DAY, 0.2));
        long burst = end - 3 * DAY + 14 * HOUR;
        plants.add(new Plant(PlantKind.MODE_BURST, "btc-eth-live", "BTC/USDT", burst, burst + HOUR, 8));
        lasting(PlantKind.GAP, "btc-eth-live", 5, HOUR, 9 * HOUR);
        whole(PlantKind.OPEN_SHARE, "deepseek-live", "", 2);
        lasting(PlantKind.GAP, "deepseek-live", 2, 20 * HOUR, 9 * HOUR);
    }

    private void fox() {
        lasting(PlantKind.FAILED_COLLECTIONS, "fox-main", 6, 9 * HOUR, 25 * MINUTE);
        lasting(PlantKind.GAP, "fox-main", 5, 2 * HOUR, 3 * HOUR);
        sized(PlantKind.ERROR_STORM, "fox-main", 3, 5 * HOUR, 90 * MINUTE, 12);
        sized(PlantKind.UNPROTECTED, "fox-main", 2, 7 * HOUR, 3 * HOUR, 4);
        sized(PlantKind.EMERGENCY, "fox-main", 1, 8 * HOUR, 5 * MINUTE, 6);
    }

    private void kraken() {
        sized(PlantKind.MEMORY_LEAK, "kraken-main", 5, 0, 36 * HOUR + 10 * MINUTE, 560);
        lasting(PlantKind.DISCONNECT, "kraken-main", 4, 6 * HOUR, 50 * MINUTE);
        lasting(PlantKind.ALERT_STORM, "kraken-main", 2, 13 * HOUR, 2 * HOUR);
        sized(PlantKind.DAILY_LOSS, "kraken-main", 2, 0, DAY, 60);
    }

    private void bingx() {
        lasting(PlantKind.RESTART, "bingx-main", 6, 9 * HOUR, 4 * MINUTE);
        lasting(PlantKind.RESTART, "bingx-main", 6, 16 * HOUR, 7 * MINUTE);
        sized(PlantKind.ORDER_FAILURES, "bingx-main", 4, 14 * HOUR, HOUR, 0.4);
        lasting(PlantKind.NO_SIGNALS, "bingx-main", 3, 9 * HOUR, HOUR);
        lasting(PlantKind.UNHEALTHY, "bingx-main", 2, 3 * HOUR, 26 * HOUR);
    }

    private void whole(PlantKind kind, String agent, String symbol, double size) {
        plants.add(new Plant(kind, agent, symbol, end - 7 * DAY, end, size));
    }

    /** A change whose size is its hours. */
    private void lasting(PlantKind kind, String agent, int daysBefore, long into, long length) {
        sized(kind, agent, daysBefore, into, length, length / (double) HOUR);
    }

    private void sized(PlantKind kind, String agent, int daysBefore, long into, long length, double size) {
        long from = end - daysBefore * DAY + into;
        plants.add(new Plant(kind, agent, "", from, from + length, size));
    }
}
