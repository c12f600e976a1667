package dev.plumbline.sample;
final class KrakenTrading { static final double CAPITAL = 2_500; }
