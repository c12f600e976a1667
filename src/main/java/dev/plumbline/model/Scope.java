package dev.plumbline.model;

import java.util.Optional;

/**
 * Whose rows are meant: one agent of one system in one environment. Environments are never mixed in one figure.
 *
 * @param system      id of the system, such as {@code playbook}
 * @param agent       the agent's name
 * @param environment live, paper, testnet, backtest or unknown
 */
public record Scope(String system, String agent, String environment) {

    public static Scope of(String system, String agent, String environment) {
        return new Scope(system, agent, environment);
    }

    @Override
    public String toString() {
        return system + " · " + agent + " · " + environment;
    }

    /** A file name that says the scope: {@code playbook-btc-eth-live}; the environment only where the agent does not say it. */
    public String slug() {
        String base = system + "-" + agent;
        String full = base.endsWith(environment) || environment.equals("unknown") ? base : base + "-" + environment;
        return Optional.of(full.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[-.]+|-+$", ""))
                .filter(name -> !name.isEmpty())
                .orElse("agent");
    }
}
