package dev.plumbline.metric;

import dev.plumbline.model.NewsScores;
import java.util.List;

/** The metrics of the news that a bot reads; they are in {@link Metrics#ALL} too. */
public final class News {

    /** See {@link NewsQuality#daily}. */
    public static final Metric<NewsScores> NEWS_PER_DAY =
            news("news_per_day", "articles a day", Unit.PER_DAY, Metric.Better.NEITHER, NewsQuality::daily);

    /** See {@link NewsQuality#zero}. */
    public static final Metric<NewsScores> NEWS_ZERO_SHARE =
            news("news_zero_share", "share of scores of exactly 0", Unit.SHARE, Metric.Better.LOWER, NewsQuality::zero);

    /** See {@link NewsQuality#positive}. */
    public static final Metric<NewsScores> NEWS_POSITIVE_SHARE = news(
            "news_positive_share",
            "share of positive scores",
            Unit.SHARE,
            Metric.Better.NEITHER,
            NewsQuality::positive);

    /** See {@link NewsQuality#outside}. */
    public static final Metric<NewsScores> NEWS_OUTSIDE_SHARE = news(
            "news_outside_share",
            "share of scores outside −1 to 1",
            Unit.SHARE,
            Metric.Better.LOWER,
            NewsQuality::outside);

    /** See {@link NewsQuality#sources}. */
    public static final Metric<NewsScores> NEWS_SOURCES =
            news("news_sources", "publishers", Unit.COUNT, Metric.Better.HIGHER, NewsQuality::sources);

    /** See {@link NewsQuality#diversity}. */
    public static final Metric<NewsScores> NEWS_DIVERSITY =
            news("news_diversity", "diversity of publishers", Unit.SHARE, Metric.Better.HIGHER, NewsQuality::diversity);

    static final List<Metric<?>> ALL = List.of(
            NEWS_PER_DAY, NEWS_ZERO_SHARE, NEWS_POSITIVE_SHARE, NEWS_OUTSIDE_SHARE, NEWS_SOURCES, NEWS_DIVERSITY);

    private News() {}

    private static Metric<NewsScores> news(
            String id, String title, Unit unit, Metric.Better better, Formula<NewsScores> formula) {
        return new Metric<>(id, title, unit, NewsScores.class, better, formula);
    }
}
