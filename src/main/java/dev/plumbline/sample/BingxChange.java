package dev.plumbline.sample;

/** What a filled order did to its symbol's position, in millionths of the coin. */
record BingxChange(long before, long after, double average) {}
