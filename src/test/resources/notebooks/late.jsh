// %% Fine
int a = 1;
// %% A method
int half(int n) {
    if (n % 2 != 0) {
        throw new IllegalArgumentException("odd: " + n);
    }
    return n / 2;
}
// %% Late
int b = half(4);

int c = List.of(1, 2, 3).stream()
        .mapToInt(n -> half(n))
        .sum();
int d = 4;
// %% After
System.out.println("after");
