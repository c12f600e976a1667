package dev.plumbline;

import dev.plumbline.model.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Windows that a command works on before its notebook, whose session only begins, can ask for them. */
final class Foresight {

    private final Map<List<Object>, FutureTask<Window>> begun = new ConcurrentHashMap<>();

    void begin(Window window, String baseline) {
        FutureTask<Window> task = new FutureTask<>(() -> {
            window.foresee(baseline);
            return window;
        });
        begun.put(key(window.workbench(), window.period()), task);
        Thread thread = new Thread(task, "foresight");
        thread.setDaemon(true);
        thread.start();
    }

    /** The window, once it is done; empty where none was begun, or it failed, which whoever asks then meets himself. */
    Optional<Window> of(Workbench lab, Period period) {
        if (begun.isEmpty()) {
            return Optional.empty();
        }
        FutureTask<Window> task = begun.remove(key(lab, period));
        if (task == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(task.get());
        } catch (ExecutionException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static List<Object> key(Workbench lab, Period period) {
        return List.of(lab.scope(), lab.zone(), lab.asked(), period);
    }
}
