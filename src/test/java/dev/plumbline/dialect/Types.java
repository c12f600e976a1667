package dev.plumbline.dialect;

import dev.plumbline.store.Schema;
import io.trino.sql.tree.ArithmeticBinaryExpression;
import io.trino.sql.tree.ArithmeticUnaryExpression;
import io.trino.sql.tree.Cast;
import io.trino.sql.tree.CoalesceExpression;
import io.trino.sql.tree.DecimalLiteral;
import io.trino.sql.tree.DereferenceExpression;
import io.trino.sql.tree.DoubleLiteral;
import io.trino.sql.tree.Expression;
import io.trino.sql.tree.FunctionCall;
import io.trino.sql.tree.Identifier;
import io.trino.sql.tree.Literal;
import io.trino.sql.tree.LongLiteral;
import io.trino.sql.tree.Node;
import io.trino.sql.tree.NullIfExpression;
import io.trino.sql.tree.NullLiteral;
import io.trino.sql.tree.SearchedCaseExpression;
import io.trino.sql.tree.SimpleCaseExpression;
import io.trino.sql.tree.SingleColumn;
import io.trino.sql.tree.StringLiteral;
import io.trino.sql.tree.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What is known of the types of a query's expressions, by the names of the columns of the tables that it reads. */
final class Types {

    /** As far as the engines differ on them. */
    enum Type {
        DOUBLE,
        DECIMAL,
        INTEGER,
        OTHER;

        static Type of(String sql) {
            String word = sql.toUpperCase(Locale.ROOT);
            if (word.startsWith("DOUBLE")) {
                return DOUBLE;
            }
            if (word.startsWith("DECIMAL")) {
                return DECIMAL;
            }
            return word.equals("BIGINT") || word.equals("INTEGER") || word.equals("HUGEINT") ? INTEGER : OTHER;
        }
    }

    private static final Set<String> DOUBLES =
            Set.of("avg", "sqrt", "ln", "log10", "power", "stddev_samp", "var_samp", "corr");
    private static final Set<String> INTEGERS =
            Set.of("count", "count_if", "row_number", "rank", "dense_rank", "ntile", "length", "position");
    private static final Set<String> AS_ARGUMENT = Set.of(
            "sum",
            "min",
            "max",
            "min_by",
            "max_by",
            "any_value",
            "lag",
            "lead",
            "first_value",
            "last_value",
            "abs",
            "floor",
            "ceil",
            "round",
            "greatest",
            "least");

    /** What is NULL only where an argument is: the aggregates too, in a group. */
    private static final Set<String> KEPT = Set.of("min", "max", "date_trunc", "floor", "substr", "substring", "abs");

    private final Map<String, Set<Type>> columns = new HashMap<>();
    private final Set<String> never =
            new HashSet<>(Set.of("id", "time", "time_us", "day", "weekday", "system", "agent", "environment"));
    private final Set<String> nullable = new HashSet<>();

    Types(Node query, Schema schema) {
        all(query).stream()
                .filter(Table.class::isInstance)
                .map(node -> ((Table) node).getName().getSuffix())
                .filter(schema.tables()::containsKey)
                .distinct()
                .forEach(table -> schema.tables()
                        .get(table)
                        .columns()
                        .forEach(column -> add(column.name(), Type.of(column.type()))));
        // in the order they are written, so that a later WITH sees the names of an earlier one
        for (Node node : all(query)) {
            if (node instanceof SingleColumn column) {
                column.getAlias().ifPresent(alias -> name(alias.getValue(), column.getExpression()));
            }
        }
    }

    private void name(String alias, Expression expression) {
        add(alias, of(expression));
        String name = alias.toLowerCase(Locale.ROOT);
        if (canBeNull(expression)) {
            nullable.add(name);
        } else {
            never.add(name);
        }
    }

    private void add(String name, Type type) {
        columns.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> EnumSet.noneOf(Type.class))
                .add(type);
    }

    /** A node and all below it, in the order they are written. */
    static List<Node> all(Node node) {
        List<Node> found = new ArrayList<>(List.of(node));
        node.getChildren().forEach(child -> found.addAll(all(child)));
        return found;
    }

    boolean isDouble(Expression expression) {
        return of(expression) == Type.DOUBLE;
    }

    /** Whether a value can be NULL, as far as the schema and the shape of the expression tell. */
    boolean canBeNull(Expression expression) {
        if (expression instanceof Identifier || expression instanceof DereferenceExpression) {
            String name = name(expression);
            return nullable.contains(name) || !never.contains(name);
        }
        if (expression instanceof CoalesceExpression coalesceExpression) {
            List<Expression> operands = coalesceExpression.getOperands();
            return canBeNull(operands.get(operands.size() - 1));
        }
        if (expression instanceof FunctionCall call) {
            return !INTEGERS.contains(function(call))
                    && (!KEPT.contains(function(call))
                            || call.getArguments().stream().anyMatch(this::canBeNull));
        }
        if (expression instanceof ArithmeticBinaryExpression) {
            return expression.getChildren().stream().anyMatch(side -> canBeNull((Expression) side));
        }
        return !(expression instanceof Literal) || expression instanceof NullLiteral;
    }

    static String function(FunctionCall call) {
        return call.getName().getSuffix().toLowerCase(Locale.ROOT);
    }

    static String name(Expression expression) {
        if (expression instanceof DereferenceExpression dereferenceExpression) {
            return dereferenceExpression
                    .getField()
                    .map(Identifier::getValue)
                    .orElse("")
                    .toLowerCase(Locale.ROOT);
        }
        return expression instanceof Identifier identifier
                ? identifier.getValue().toLowerCase(Locale.ROOT)
                : "";
    }

    Type of(Expression expression) {
        if (expression instanceof DoubleLiteral) {
            return Type.DOUBLE;
        }
        if (expression instanceof DecimalLiteral) {
            return Type.DECIMAL;
        }
        if (expression instanceof LongLiteral) {
            return Type.INTEGER;
        }
        if (expression instanceof Cast cast) {
            return Type.of(cast.getType().toString());
        }
        if (expression instanceof Identifier || expression instanceof DereferenceExpression) {
            Set<Type> known = columns.getOrDefault(name(expression), Set.of());
            return known.size() == 1 ? known.iterator().next() : Type.OTHER;
        }
        if (expression instanceof ArithmeticBinaryExpression arithmetic) {
            return wider(of(arithmetic.getLeft()), of(arithmetic.getRight()));
        }
        if (expression instanceof FunctionCall functionCall) {
            return call(functionCall);
        }
        return expression instanceof StringLiteral ? Type.OTHER : inner(expression);
    }

    private Type inner(Expression expression) {
        if (expression instanceof ArithmeticUnaryExpression arithmeticUnaryExpression) {
            return of(arithmeticUnaryExpression.getValue());
        }
        if (expression instanceof NullIfExpression nullIfExpression) {
            return of(nullIfExpression.getFirst());
        }
        if (expression instanceof CoalesceExpression coalesceExpression) {
            return widest(coalesceExpression.getOperands());
        }
        List<Expression> results = new ArrayList<>();
        if (expression instanceof SearchedCaseExpression choice) {
            choice.getWhenClauses().forEach(when -> results.add(when.getResult()));
            choice.getDefaultValue().ifPresent(results::add);
        }
        if (expression instanceof SimpleCaseExpression choice) {
            choice.getWhenClauses().forEach(when -> results.add(when.getResult()));
            choice.getDefaultValue().ifPresent(results::add);
        }
        results.removeIf(NullLiteral.class::isInstance);
        return widest(results);
    }

    private Type call(FunctionCall call) {
        String name = function(call);
        if (DOUBLES.contains(name)) {
            return Type.DOUBLE;
        }
        if (INTEGERS.contains(name)) {
            return Type.INTEGER;
        }
        return AS_ARGUMENT.contains(name) && !call.getArguments().isEmpty()
                ? of(call.getArguments().get(0))
                : Type.OTHER;
    }

    private Type widest(List<Expression> expressions) {
        return expressions.stream().map(this::of).reduce(Types::wider).orElse(Type.OTHER);
    }

    /** A double makes a double of what it meets; what is not known stays so. */
    private static Type wider(Type one, Type other) {
        return Arrays.stream(new Type[] {Type.DOUBLE, Type.OTHER, Type.DECIMAL})
                .filter(type -> type == one || type == other)
                .findFirst()
                .orElse(Type.INTEGER);
    }
}
