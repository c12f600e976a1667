package dev.plumbline.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.chart.Chart;
import dev.plumbline.chart.PlotlyJson;
import dev.plumbline.chart.Svg;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;

/**
 * A chart in all its forms. It may be begun while the page is still made, on a thread of its own; the picture is the same.
 *
 * @param wide   for a page's width
 * @param narrow for a phone
 * @param plotly of as many points as an interactive chart may have
 */
public record Drawing(Svg.Drawing wide, Svg.Drawing narrow, JsonNode plotly) {

    /** Begins the ids inside a picture until it is known which place on its page it has. */
    private static final String ID = "drawn-before-its-page";

    /** Charts of a page that are kept drawn until it is written; what is beyond is drawn then. */
    private static final int MOST = 200;

    private static final Map<Chart, FutureTask<Drawing>> BEGUN = Collections.synchronizedMap(new IdentityHashMap<>());

    private static final ExecutorService ONE_BY_ONE = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "drawing");
        thread.setDaemon(true);
        return thread;
    });

    /** Has loaded what the first page with a picture would wait for, such as fonts, while its notebook still runs. */
    public static void prepare() {
        Chart chart = new Chart(
                "",
                "",
                "",
                new Chart.Times(ZoneOffset.UTC),
                List.of(new Chart.Panel(
                        "",
                        Chart.Format.NUMBER,
                        1,
                        List.of(new Chart.Line("", new double[] {0, 1}, new double[] {0, 1}, Chart.Tone.MAIN)),
                        List.of())),
                List.of());
        ONE_BY_ONE.execute(() -> PageHtml.write(
                new Page("", "", "", List.of(new Block.Figure(chart)), Map.of(), Map.of()),
                PageHtml.Options.interactive()));
    }

    /** Begins to draw what a page will hold. */
    public static void begin(Chart chart) {
        if (BEGUN.size() < MOST) {
            FutureTask<Drawing> task = new FutureTask<>(() -> now(chart));
            BEGUN.put(chart, task);
            ONE_BY_ONE.execute(task);
        }
    }

    /** @param id begins every id inside the pictures: unique on the page, letters and digits */
    static Drawing of(Chart chart, String id) {
        FutureTask<Drawing> task = BEGUN.remove(chart);
        if (task == null) {
            return now(chart).under(id);
        }
        // whoever is free does it; one that is begun or done is not begun again
        task.run();
        try {
            return task.get().under(id);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a picture was drawn", e);
        }
    }

    private static Drawing now(Chart chart) {
        return new Drawing(Svg.draw(chart, ID), Svg.narrow(chart, ID + "n"), PlotlyJson.of(chart));
    }

    private Drawing under(String id) {
        return new Drawing(under(id, wide), under(id, narrow), plotly);
    }

    private static Svg.Drawing under(String id, Svg.Drawing drawing) {
        return drawing instanceof Svg.Drawn drawn ? new Svg.Drawn(drawn.svg().replace(ID, id)) : drawing;
    }
}
