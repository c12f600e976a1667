// ---
// title: Fallback
// over: PLUMBLINE · FIXTURE
// scope: {{bot}}
// ---
// %% [markdown]
// # Week of {{bot}}
//
// About {{bot}}:
// ## Part <one>
// | who |
// |---|
// | {{bot}} |
// %% Set up tags=["hide-cell"]
String bot = "<i>a*b*|c</i>";
// %% Picture hide="code" alt="{{bot}} \"as\" one point"
new dev.plumbline.chart.Chart("t", "c", "", new dev.plumbline.chart.Chart.Numbers("x", dev.plumbline.chart.Chart.Format.NUMBER),
    List.of(new dev.plumbline.chart.Chart.Panel("y", dev.plumbline.chart.Chart.Format.NUMBER, 1, List.of(), List.of())), List.of())
// %% hide="output"
System.out.println("unseen");
"unseen"
// %% Sum
System.out.println("seen");
1 + 1
