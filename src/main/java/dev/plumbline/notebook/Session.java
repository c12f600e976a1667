package dev.plumbline.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.EvalException;
import jdk.jshell.ExpressionSnippet;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.VarSnippet;

/** JShell in this JVM, which knows where each snippet stands in its file. */
final class Session implements AutoCloseable {

    /**
     * What became of a snippet.
     *
     * @param shows whether it is an expression, whose value is shown when it ends the cell
     * @param type  of the expression; empty for anything else
     * @param value the live object; empty for null
     * @param declared the snippets it became
     * @param notes what a reader should know, such as a variable that was dropped
     */
    record Evaluated(
            Optional<Failure> failure,
            boolean shows,
            String type,
            Optional<Object> value,
            Declared declared,
            List<String> notes) {}

    /** Snippets, which can be dropped. */
    record Declared(List<Snippet> snippets) {
        Declared {
            snippets = List.copyOf(snippets);
        }

        Declared and(Declared more) {
            return new Declared(
                    Stream.concat(snippets.stream(), more.snippets.stream()).toList());
        }

        List<String> names() {
            return snippets.stream()
                    .flatMap(snippet -> snippet instanceof DeclarationSnippet named
                            ? Stream.of(named.name())
                            : Stream.<String>empty())
                    .toList();
        }
    }

    /** What is being evaluated. */
    private record Current(Notebook notebook, Place place) {}

    private volatile Optional<Current> current = Optional.empty();
    private final LiveControl control;
    private final SnippetPlaces places = new SnippetPlaces();
    private final JShell shell;

    Session() {
        this(new LiveControl());
    }

    Session(LiveControl control) {
        this.control = control;
        // annotation processors on the class path cost a fifth of every compilation
        this.shell = JShell.builder()
                .executionEngine(control.provider(), Map.of())
                .compilerOptions("-proc:none")
                .idGenerator((snippet, n) -> numbered(n))
                .build();
        shell.addToClasspath(System.getProperty("java.class.path"));
    }

    SourceCodeAnalysis analysis() {
        return shell.sourceCodeAnalysis();
    }

    Evaluated evaluate(Notebook notebook, Cell cell, Snippets.Piece piece) {
        current = Optional.of(new Current(notebook, notebook.place(cell, piece.offset())));
        List<SnippetEvent> events = shell.eval(piece.source());
        if (events.isEmpty()) {
            return new Evaluated(Optional.empty(), false, "", Optional.empty(), new Declared(List.of()), List.of());
        }
        SnippetEvent main =
                events.get(events.size() - 1).causeSnippet() == null ? events.get(events.size() - 1) : events.get(0);
        return new Evaluated(
                failure(events, notebook, cell, piece),
                isExpression(main.snippet()),
                type(main.snippet()),
                isExpression(main.snippet()) ? control.value() : Optional.empty(),
                new Declared(events.stream()
                        .filter(event -> event.causeSnippet() == null)
                        .map(SnippetEvent::snippet)
                        .toList()),
                dropped(events));
    }

    /** Forgets what a cell declared. */
    void drop(Declared declared) {
        declared.snippets().stream()
                .filter(snippet -> shell.status(snippet).isActive())
                .forEach(shell::drop);
    }

    /** A cell that is kept stands on other lines now. */
    void move(Declared declared, Notebook notebook, int lines) {
        declared.snippets().forEach(snippet -> places.move(snippet.id(), notebook, lines));
    }

    /** A snippet gets its number before it runs, so that a thread inside it can be placed. */
    private String numbered(int n) {
        String id = Integer.toString(n);
        current.ifPresent(c -> places.put(id, c.notebook(), c.place()));
        return id;
    }

    private Optional<Failure> failure(List<SnippetEvent> events, Notebook notebook, Cell cell, Snippets.Piece piece) {
        for (SnippetEvent event : events) {
            if (event.status() == Snippet.Status.REJECTED) {
                List<jdk.jshell.Diag> diagnostics =
                        shell.diagnostics(event.snippet()).toList();
                return Optional.of(Refusal.failure(diagnostics, notebook, cell, piece.offset()));
            }
            if (event.exception() != null) {
                return Optional.of(thrown(event.exception(), notebook.place(cell, piece.offset())));
            }
        }
        return Optional.empty();
    }

    private Failure thrown(JShellException exception, Place fallback) {
        if (exception instanceof UnresolvedReferenceException unresolved) {
            List<Place> at = Trace.places(exception.getStackTrace(), places);
            return new Failure(
                    Failure.Kind.UNRESOLVED, at.isEmpty() ? fallback : at.get(0), words(unresolved.getSnippet()), "");
        }
        Throwable live = control.thrown().orElse(exception);
        return Trace.failure(live, exception.getStackTrace(), places, fallback);
    }

    /** What was declared and still uses something that is not. */
    List<Failure> unresolved() {
        List<Failure> failures = new ArrayList<>();
        shell.snippets()
                .filter(snippet -> shell.status(snippet) == Snippet.Status.RECOVERABLE_DEFINED
                        || shell.status(snippet) == Snippet.Status.RECOVERABLE_NOT_DEFINED)
                .forEach(snippet -> places.of(new StackTraceElement("", "", "#" + snippet.id(), 1))
                        .ifPresent(place -> failures.add(
                                new Failure(Failure.Kind.UNRESOLVED, place, words((DeclarationSnippet) snippet), ""))));
        return failures;
    }

    private String words(DeclarationSnippet snippet) {
        String missing = String.join(
                ", ", shell.unresolvedDependencies(snippet).map(String::strip).toList());
        return snippet.name() + " uses " + missing + ", which is nowhere declared";
    }

    /** The live value of a variable; empty when there is none of the name, or it is null. */
    Optional<Object> variable(String name) {
        Optional<VarSnippet> found = shell.variables()
                .filter(v -> v.name().equals(name) && shell.status(v) == Snippet.Status.VALID)
                .findFirst();
        found.ifPresent(shell::varValue);
        return found.flatMap(v -> control.value());
    }

    List<String> variables() {
        return shell.variables()
                .filter(v -> v.subKind() != Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND)
                .map(VarSnippet::name)
                .toList();
    }

    /**
     * Where a running thread is in the notebook, innermost first. JShell translates only the frames of an exception, so
     * an empty snippet throws those of the thread.
     */
    List<Place> whereIs(Thread thread) {
        StackTraceElement[] frames = thread.getStackTrace();
        try {
            control.throwNext(frames);
            current = Optional.empty();
            return shell.eval("{}").stream()
                    .map(SnippetEvent::exception)
                    .filter(EvalException.class::isInstance)
                    .flatMap(e -> Trace.places(e.getStackTrace(), places).stream())
                    .toList();
        } catch (RuntimeException e) {
            // the caller knows the snippet's first line
            return List.of();
        }
    }

    private static boolean isExpression(Snippet snippet) {
        return snippet.kind() == Snippet.Kind.EXPRESSION
                || snippet.subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND;
    }

    private static String type(Snippet snippet) {
        if (snippet instanceof ExpressionSnippet expression) {
            return Optional.ofNullable(expression.typeName()).orElse("");
        }
        return snippet instanceof VarSnippet variable && isExpression(snippet)
                ? Optional.ofNullable(variable.typeName()).orElse("")
                : "";
    }

    private static List<String> dropped(List<SnippetEvent> events) {
        return events.stream()
                .filter(e -> e.causeSnippet() instanceof DeclarationSnippet && e.snippet() instanceof VarSnippet)
                .filter(e -> e.previousStatus() == Snippet.Status.VALID)
                .map(e -> "the variable " + ((VarSnippet) e.snippet()).name() + " was emptied, because "
                        + ((DeclarationSnippet) e.causeSnippet()).name() + " was declared again")
                .toList();
    }

    @Override
    public void close() {
        shell.close();
    }
}
