package dev.plumbline.report;

import dev.plumbline.baseline.Check;
import java.time.Instant;

/** A check and the time of the agent's newest row, as machines want to know it. */
public record Checked(Check check, Instant newest) {}
