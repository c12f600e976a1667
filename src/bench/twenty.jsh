// ---
// title: "Twenty cells"
// ---

// %% [markdown]
// # Twenty cells: {{n}} days of a made-up account

// %% Parameters tags=["parameters"]
int days = 365;
long seed = 7;

// %% Returns
var random = new Random(seed);
double[] returns = random.doubles(days, -0.03, 0.0312).toArray();
int n = returns.length;

// %% Equity
double[] equity = new double[n + 1];
equity[0] = 10_000;
for (int i = 0; i < n; i++) {
    equity[i + 1] = equity[i] * (1 + returns[i]);
}
equity[n]

// %% Mean
double mean = Arrays.stream(returns).average().orElseThrow();
mean

// %% Deviation
double deviation = Math.sqrt(Arrays.stream(returns).map(r -> (r - mean) * (r - mean)).sum() / (n - 1));
deviation

// %% Sharpe ratio
mean / deviation * Math.sqrt(365)

// %% Deepest drawdown
double peak = equity[0];
double deepest = 0;
for (double value : equity) {
    peak = Math.max(peak, value);
    deepest = Math.max(deepest, 1 - value / peak);
}
deepest

// %% A record
record Day(int number, double change, double value) {}

// %% Days
List<Day> all = new ArrayList<>();
for (int i = 0; i < n; i++) {
    all.add(new Day(i + 1, returns[i], equity[i + 1]));
}
all.size()

// %% The best ten
all.stream().sorted(Comparator.comparingDouble(Day::change).reversed()).limit(10).toList()

// %% The worst ten
all.stream().sorted(Comparator.comparingDouble(Day::change)).limit(10).toList()

// %% By month
Map<Integer, Double> months = new TreeMap<>();
for (var day : all) {
    months.merge((day.number() - 1) / 30, day.change(), Double::sum);
}
months

// %% Winning days
long won = all.stream().filter(day -> day.change() > 0).count();
won + " of " + n

// %% A method
double quantile(double[] values, double p) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.floor(p * (sorted.length - 1))];
}

// %% Value at risk
-quantile(returns, 0.05)

// %% Longest losing run
int run = 0;
int longest = 0;
for (double one : returns) {
    run = one < 0 ? run + 1 : 0;
    longest = Math.max(longest, run);
}
longest

// %% Printed
for (int i = 0; i < 12; i++) {
    System.out.println("day " + all.get(i).number() + "   " + BigDecimal.valueOf(all.get(i).value()).setScale(2, RoundingMode.HALF_UP));
}

// %% Resampled
double[] means = IntStream.range(0, 2_000).
        mapToDouble(k -> random.ints(n, 0, n).mapToDouble(i -> returns[i]).average().orElseThrow()).
        sorted().
        toArray();
List.of(means[50], means[1_949])

// %% A picture alt="The account value over {{n}} days"
double[] micros = IntStream.rangeClosed(0, n).mapToDouble(i -> i * 86_400e6).toArray();
new Chart("Account value", "Made up, in USDT. Times in UTC.", "A line", new Chart.Times(ZoneOffset.UTC),
        List.of(new Chart.Panel("USDT", Chart.Format.NUMBER, 3, List.of(new Chart.Line("account", micros, equity, Chart.Tone.MAIN)), List.of())),
        List.of())

// %% In words
String.format(Locale.ROOT, "%.1f %% a year, at most %.1f %% below the top", (equity[n] / equity[0] - 1) * 100, deepest * 100)
/exit
