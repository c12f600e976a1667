package dev.plumbline.model;

/**
 * Articles that a bot read, and how it scored them.
 *
 * @param sentiment -1 to 1; not a number where the article was not scored
 * @param source    who published it; empty where the source does not say
 */
public record NewsScores(double[] sentiment, String[] source, Period period) implements Sample {

    public NewsScores {
        sentiment = sentiment.clone();
        source = source.clone();
        if (sentiment.length != source.length) {
            throw new IllegalArgumentException(
                    "news of different length: " + sentiment.length + " scores, " + source.length + " sources");
        }
    }

    @Override
    public int size() {
        return sentiment.length;
    }
}
