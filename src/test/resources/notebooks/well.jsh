// ---
// title: "Well formed"
// scope: a fixture
// ---

int before = 1;

// %% [markdown]
// # Well, {{before}} to {{answer}}
//
// Text with {{words}}.
//
// ## Second part
// | a | b |
// |---|---|
// | 1 | 2 |

// %% Parameters tags=["parameters"] owner={"team": "desk"}
int days = 7;
String asOf = "latest"; // or a date
double share = 0.5;
boolean live = true;
long limit = 10L;
int twice = days * 2;

// %% Text block
var page = """
    // %% not a marker
    /list
    """;
String words = "*none* of <b>this</b>";
page.length()

// %% Printed name="printed" color=3
System.out.println("out");
System.err.println("err");
int answer = 42

//%% Hidden hide="code"
List.of(
    1,
    2)

// %% [raw]
// kept out of the page
/exit
