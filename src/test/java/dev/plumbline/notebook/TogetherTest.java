package dev.plumbline.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TogetherTest {

    @Test
    void neighbours_of_one_type_with_plain_values_become_one() {
        assertThat(joined("String a = \"\";", "String b = \"x y\";", "int n = 7;", "int m = 0;", "boolean t = true;"))
                .containsExactly("String a = \"\", b = \"x y\";", "int n = 7, m = 0;", "boolean t = true;");
    }

    @Test
    void what_may_not_compile_stands_alone() {
        assertThat(joined("int a = 1;", "int b = a;", "int c = 9999999999;", "String s = \"\\q\";", "int class = 1;"))
                .containsExactly(
                        "int a = 1;", "int b = a;", "int c = 9999999999;", "String s = \"\\q\";", "int class = 1;");
    }

    @Test
    void a_name_declared_twice_is_declared_twice() {
        assertThat(joined("int a = 1;", "int a = 2;", "int b = 3;")).containsExactly("int a = 1;", "int a = 2, b = 3;");
    }

    private static List<String> joined(String... sources) {
        List<Snippets.Piece> pieces = IntStream.range(0, sources.length)
                .mapToObj(i -> new Snippets.Piece(20 * i, sources[i], i == sources.length - 1))
                .toList();
        return Together.of(pieces).stream().map(Snippets.Piece::source).toList();
    }
}
