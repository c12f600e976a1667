package dev.plumbline.dialect;

import dev.plumbline.store.Schema;
import io.trino.sql.parser.ParsingException;
import io.trino.sql.parser.SqlParser;
import io.trino.sql.tree.AliasedRelation;
import io.trino.sql.tree.ArithmeticBinaryExpression;
import io.trino.sql.tree.ArithmeticBinaryExpression.Operator;
import io.trino.sql.tree.Array;
import io.trino.sql.tree.Cast;
import io.trino.sql.tree.CurrentTime;
import io.trino.sql.tree.DateTimeDataType;
import io.trino.sql.tree.Expression;
import io.trino.sql.tree.Extract;
import io.trino.sql.tree.FetchFirst;
import io.trino.sql.tree.FunctionCall;
import io.trino.sql.tree.GenericDataType;
import io.trino.sql.tree.Identifier;
import io.trino.sql.tree.IsNotNullPredicate;
import io.trino.sql.tree.Literal;
import io.trino.sql.tree.Node;
import io.trino.sql.tree.NodeLocation;
import io.trino.sql.tree.NullIfExpression;
import io.trino.sql.tree.SingleColumn;
import io.trino.sql.tree.SortItem;
import io.trino.sql.tree.StringLiteral;
import io.trino.sql.tree.Unnest;
import io.trino.sql.tree.WithQuery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a query with Trino's grammar and names what another engine refuses, or takes and answers otherwise. */
final class Dialect {

    private static final Set<String> FUNCTIONS = Set.of(
            "abs",
            "any_value",
            "avg",
            "ceil",
            "concat",
            "corr",
            "count",
            "count_if",
            "date_trunc",
            "dense_rank",
            "first_value",
            "floor",
            "greatest",
            "lag",
            "last_value",
            "lead",
            "least",
            "length",
            "ln",
            "log10",
            "lower",
            "max",
            "max_by",
            "min",
            "min_by",
            "mod",
            "ntile",
            "percent_rank",
            "position",
            "power",
            "rank",
            "regexp_replace",
            "replace",
            "round",
            "row_number",
            "sign",
            "sqrt",
            "starts_with",
            "stddev_samp",
            "strpos",
            "substr",
            "substring",
            "sum",
            "trim",
            "upper",
            "var_samp");

    private static final Map<String, String> INSTEAD = Map.ofEntries(
            Map.entry("arg_max", "write MAX_BY"),
            Map.entry("arg_min", "write MIN_BY"),
            Map.entry("date_diff", "one engine counts boundaries, the other whole units; subtract time_us"),
            Map.entry("median", "interpolate by ROW_NUMBER and COUNT"),
            Map.entry("quantile_cont", "interpolate by ROW_NUMBER and COUNT"),
            Map.entry("percentile_cont", "interpolate by ROW_NUMBER and COUNT"),
            Map.entry("approx_percentile", "interpolate by ROW_NUMBER and COUNT"),
            Map.entry("string_agg", "return rows and join them in Java"),
            Map.entry("listagg", "return rows and join them in Java"),
            Map.entry("log", "write LN or LOG10"),
            Map.entry("skewness", "compute it in Java"),
            Map.entry("kurtosis", "compute it in Java"),
            Map.entry("isnan", "test BETWEEN -1.7E308 AND 1.7E308"),
            Map.entry("dayofweek", "use the column weekday"),
            Map.entry("day_of_week", "use the column weekday"),
            Map.entry("epoch", "use the column time_us"),
            Map.entry("epoch_us", "use the column time_us"),
            Map.entry("generate_series", "join a table of days"));

    /** Words that are columns in one engine and grammar in another, bare. */
    private static final Set<String> WORDS =
            Set.of("to", "at", "window", "check", "all", "asof", "qualify", "limit", "offset");

    private static final Set<Extract.Field> FIELDS = Set.of(
            Extract.Field.YEAR,
            Extract.Field.MONTH,
            Extract.Field.DAY,
            Extract.Field.HOUR,
            Extract.Field.MINUTE,
            Extract.Field.SECOND);

    private static final Set<String> UNITS = Set.of("minute", "hour", "day", "week", "month", "year");

    private final String file;
    private final Types types;
    private final List<Finding> findings = new ArrayList<>();

    private Dialect(String file, Node query, Schema schema) {
        this.file = file;
        this.types = new Types(query, schema);
    }

    /** What a query holds that is not in the subset, in the order of the text. */
    static List<Finding> read(String file, String sql, Schema schema) {
        Node query;
        try {
            query = new SqlParser().createStatement(sql);
        } catch (ParsingException e) {
            return List.of(new Finding(
                    file,
                    e.getLineNumber(),
                    e.getColumnNumber(),
                    e.getErrorMessage(),
                    "Trino's grammar does not know this"));
        }
        Dialect dialect = new Dialect(file, query, schema);
        dialect.walk(query);
        dialect.findings.sort(Comparator.comparingInt(Finding::line).thenComparingInt(Finding::column));
        return List.copyOf(dialect.findings);
    }

    private void walk(Node node) {
        judge(node);
        node.getChildren().forEach(this::walk);
    }

    private void judge(Node node) {
        if (node instanceof FunctionCall functionCall) {
            call(functionCall);
        } else if (node instanceof ArithmeticBinaryExpression arithmeticBinaryExpression) {
            arithmetic(arithmeticBinaryExpression);
        } else if (node instanceof Cast cast) {
            cast(cast);
        } else if (node instanceof SortItem sortItem) {
            order(sortItem);
        } else if (node instanceof Identifier identifier) {
            identifier(identifier);
        } else if (node instanceof SingleColumn singleColumn) {
            singleColumn.getAlias().ifPresent(this::identifier);
        } else if (node instanceof AliasedRelation aliasedRelation) {
            identifier(aliasedRelation.getAlias());
        } else if (node instanceof WithQuery withQuery) {
            identifier(withQuery.getName());
        } else if (node instanceof Extract extract && !FIELDS.contains(extract.getField())) {
            found(node, "EXTRACT(" + extract.getField() + ")", "use the columns time_us, day and weekday");
        } else if (node instanceof FetchFirst) {
            found(node, "FETCH FIRST", "write LIMIT");
        } else if (node instanceof Unnest || node instanceof Array) {
            found(node, "arrays", "join a table");
        } else if (node instanceof CurrentTime) {
            found(node, "the clock", "a query's now is its parameter");
        }
    }

    private void call(FunctionCall call) {
        String name = Types.function(call);
        List<Expression> arguments = call.getArguments();
        if (!FUNCTIONS.contains(name)) {
            found(
                    call,
                    name.toUpperCase(Locale.ROOT),
                    INSTEAD.getOrDefault(name, "not among the functions that all engines answer alike"));
        } else if ((name.equals("max_by") || name.equals("min_by")) && !isFiltered(call)) {
            found(
                    call,
                    name.toUpperCase(Locale.ROOT) + " of a value that can be NULL",
                    "add FILTER (WHERE the value IS NOT NULL)");
        } else if ((name.equals("greatest") || name.equals("least"))
                && arguments.stream().anyMatch(types::canBeNull)) {
            found(call, name.toUpperCase(Locale.ROOT) + " of what can be NULL", "COALESCE each argument first");
        } else if (name.equals("date_trunc") && !isUnit(arguments.get(0))) {
            found(
                    call,
                    "DATE_TRUNC by " + arguments.get(0),
                    "one of " + String.join(", ", UNITS.stream().sorted().toList()));
        }
        if (name.equals("regexp_replace") && !isAnchored(arguments.get(1))) {
            found(
                    call,
                    "REGEXP_REPLACE of a pattern that can match twice",
                    "begin the pattern with ^: one engine replaces the first match, the other all");
        }
        if (call.getNullTreatment().isPresent()) {
            found(call, "IGNORE NULLS", "filter first");
        }
        if (call.getOrderBy().isPresent()) {
            found(call, "an ordered aggregate", "return rows and order them");
        }
    }

    private static boolean isAnchored(Expression pattern) {
        return pattern instanceof StringLiteral stringLiteral
                && stringLiteral.getValue().startsWith("^");
    }

    private static boolean isUnit(Expression unit) {
        return unit instanceof StringLiteral stringLiteral && UNITS.contains(stringLiteral.getValue());
    }

    private boolean isFiltered(FunctionCall call) {
        Expression value = call.getArguments().get(0);
        return !types.canBeNull(value)
                || call.getFilter().stream()
                        .flatMap(filter -> Types.all(filter).stream())
                        .anyMatch(node -> node instanceof IsNotNullPredicate isNotNullPredicate
                                && isNotNullPredicate.getValue().equals(value));
    }

    private void arithmetic(ArithmeticBinaryExpression expression) {
        Operator operator = expression.getOperator();
        if (operator == Operator.MULTIPLY
                && types.of(expression.getLeft()) == Types.Type.DECIMAL
                && types.of(expression.getRight()) == Types.Type.DECIMAL) {
            found(expression, "a product of decimals, which overflows", "CAST both AS DOUBLE");
        }
        if (operator != Operator.DIVIDE && operator != Operator.MODULUS) {
            return;
        }
        if (!isNeverZero(expression.getRight())) {
            found(expression, "a division by what can be 0", "write NULLIF(…, 0E0) around the divisor");
        }
        if (operator == Operator.DIVIDE
                && !types.isDouble(expression.getLeft())
                && !types.isDouble(expression.getRight())) {
            found(expression, "a division of what may be integers", "CAST one side AS DOUBLE");
        }
    }

    private static boolean isNeverZero(Expression divisor) {
        if (divisor instanceof Literal) {
            return !divisor.toString().matches("[0.]+(E0)?");
        }
        return divisor instanceof NullIfExpression nullIfExpression && nullIfExpression.getSecond() instanceof Literal;
    }

    private void cast(Cast cast) {
        String type = cast.getType().toString().toUpperCase(Locale.ROOT);
        if (cast.getType() instanceof DateTimeDataType
                && type.startsWith("TIME")
                && ((DateTimeDataType) cast.getType()).getPrecision().isEmpty()) {
            found(cast, "CAST AS " + type + " without a precision", "write TIMESTAMP(6)");
        }
        if (!(cast.getType() instanceof GenericDataType)) {
            return;
        }
        boolean sized = !((GenericDataType) cast.getType()).getArguments().isEmpty();
        if (type.equals("STRING") || (type.startsWith("VARCHAR") && !sized)) {
            found(cast, "a bare CAST AS " + type, "say the length: VARCHAR(200)");
        }
        if (type.startsWith("VARCHAR") && types.isDouble(cast.getExpression())) {
            found(cast, "a double CAST AS VARCHAR", "CAST it AS DECIMAL(18,2) first, or print it in Java");
        }
        if ((type.equals("BIGINT") || type.equals("INTEGER"))
                && types.isDouble(cast.getExpression())
                && !isRounded(cast.getExpression())) {
            found(cast, "a double CAST AS " + type, "engines round otherwise: write FLOOR or ROUND");
        }
    }

    private static boolean isRounded(Expression expression) {
        return expression instanceof FunctionCall functionCall
                && Set.of("floor", "ceil", "round").contains(Types.function(functionCall));
    }

    private void order(SortItem item) {
        if (item.getNullOrdering() == SortItem.NullOrdering.FIRST) {
            found(item, "NULLS FIRST", "write NULLS LAST");
        }
        if (item.getNullOrdering() == SortItem.NullOrdering.UNDEFINED && types.canBeNull(item.getSortKey())) {
            found(item, "ORDER BY " + item.getSortKey() + ", which can be NULL", "add NULLS LAST");
        }
    }

    private void identifier(Identifier identifier) {
        if (identifier.isDelimited()) {
            found(
                    identifier,
                    "the quoted name \"" + identifier.getValue() + "\"",
                    "another engine reads it as text: choose a plain name");
        } else if (WORDS.contains(identifier.getValue().toLowerCase(Locale.ROOT))) {
            found(
                    identifier,
                    "the name " + identifier.getValue(),
                    "it is a word of another engine's grammar: choose another");
        }
    }

    private void found(Node node, String what, String instead) {
        Optional<NodeLocation> place = node.getLocation();
        findings.add(new Finding(
                file,
                place.map(NodeLocation::getLineNumber).orElse(1),
                place.map(NodeLocation::getColumnNumber).orElse(1),
                what,
                instead));
    }
}
