package dev.plumbline.metric;

import dev.plumbline.model.NewsScores;
import java.util.Arrays;
import java.util.Map;
import java.util.function.DoublePredicate;
import java.util.stream.Collectors;

/**
 * What a bot reads, and whether its scores say anything: a scorer that fails gives 0, or one sign only.
 *
 * <p>No articles: undefined, NONE; the rate is 0.
 */
final class NewsQuality {

    private NewsQuality() {}

    /** Formula: articles / days observed. Unit: things a day, with its {@link Garwood} interval. No time: undefined, TOO_SHORT. */
    static Result daily(NewsScores news, Conventions conventions) {
        double days = news.period().days();
        return days == 0
                ? Result.undefined(news.size(), Result.Reason.TOO_SHORT, "the period has no length")
                : Garwood.rate(news.size(), days, news.size(), conventions);
    }

    /**
     * Formula: scores of exactly 0 / scored articles. Unit: share, with its {@link Wilson} interval. No scored article:
     * undefined, NONE.
     */
    static Result zero(NewsScores news, Conventions conventions) {
        return share(news, score -> score == 0, conventions);
    }

    /**
     * Formula: scores above 0 / scores that are not 0. Unit: share, with its {@link Wilson} interval; 0 or 1 is all of one
     * sign. No such score: undefined, NONE.
     */
    static Result positive(NewsScores news, Conventions conventions) {
        double[] signed = Arrays.stream(news.sentiment())
                .filter(score -> score < 0 || score > 0)
                .toArray();
        long above = Arrays.stream(signed).filter(score -> score > 0).count();
        return signed.length == 0
                ? Result.undefined(0, Result.Reason.NONE, "no article with a score other than 0")
                : Wilson.share(above, signed.length, conventions);
    }

    /**
     * Formula: scores below -1 or above 1 / scored articles. Unit: share, with its {@link Wilson} interval. No scored
     * article: undefined, NONE.
     */
    static Result outside(NewsScores news, Conventions conventions) {
        return share(news, score -> score < -1 || score > 1, conventions);
    }

    /** Formula: how many publishers there are. Unit: a number of things; n counts articles that name one. */
    static Result sources(NewsScores news, Conventions conventions) {
        String[] named =
                Arrays.stream(news.source()).filter(source -> !source.isEmpty()).toArray(String[]::new);
        return named.length == 0
                ? Result.undefined(0, Result.Reason.NONE, "no article that names its source")
                : Result.of((double) Arrays.stream(named).distinct().count(), named.length);
    }

    /**
     * How likely two articles are of different publishers (Gini–Simpson). Formula: 1 - Σ k(k - 1) / (n(n - 1)), k the articles
     * of each publisher, without bias at any n (E. H. Simpson, Nature 163, 1949,
     * <a href="https://doi.org/10.1038/163688a0">doi:10.1038/163688a0</a>). Unit: share; n counts articles that name a
     * publisher. None or one of them: undefined, TOO_FEW. All of one publisher: 0.
     */
    static Result diversity(NewsScores news, Conventions conventions) {
        Map<String, Long> counts = Arrays.stream(news.source())
                .filter(source -> !source.isEmpty())
                .collect(Collectors.groupingBy(it -> it, Collectors.counting()));
        long n = counts.values().stream().mapToLong(Long::longValue).sum();
        if (n < 2) {
            return Result.undefined(n, Result.Reason.TOO_FEW, "two articles that name a publisher are needed");
        }
        double same = counts.values().stream().mapToDouble(k -> k * (k - 1.0)).sum();
        return Result.of(1 - same / (n * (n - 1.0)), n);
    }

    private static Result share(NewsScores news, DoublePredicate of, Conventions conventions) {
        double[] scores = Arrays.stream(news.sentiment())
                .filter(score -> !Double.isNaN(score))
                .toArray();
        return scores.length == 0
                ? Result.undefined(0, Result.Reason.NONE, "no scored articles")
                : Wilson.share(Arrays.stream(scores).filter(of).count(), scores.length, conventions);
    }
}
