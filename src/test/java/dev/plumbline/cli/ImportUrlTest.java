package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImportUrlTest {

    @TempDir
    Path data;

    @Test
    void a_url_reaches_its_server_as_it_is_written_and_the_password_reaches_nobody() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        Said said = Said.by(
                "import", "postgresql://bot:secret@127.0.0.1:" + free + "/fox_crypto", "--data", data.toString());
        assertThat(said.code()).isEqualTo(ExitCode.FAILED);
        assertThat(said.err())
                .contains("postgresql://bot@127.0.0.1:" + free + "/fox_crypto: no PostgreSQL answers at 127.0.0.1:"
                        + free)
                .doesNotContain("secret");
        assertThat(said.out()).doesNotContain("secret");
    }
}
