package dev.plumbline.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.store.Queries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code notify.yaml}: what it may say, and how it is told that something is wrong. */
final class SettingsTest {

    private static final String TELEGRAM = "  - kind: telegram\n    chat: -100123\n    token_env: TELEGRAM_TOKEN\n";

    @TempDir
    Path data;

    private Settings read(String text) throws IOException {
        Files.writeString(Settings.file(data), text);
        return Settings.read(data);
    }

    private AbstractThrowableAssert<?, ?> wrong(String text, String... said) {
        return assertThatThrownBy(() -> read(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(Settings.file(data) + ":")
                .hasMessageContainingAll(said)
                .hasMessageNotContaining("\n");
    }

    @Test
    void the_shipped_example_can_be_read_as_it_is() throws IOException {
        Settings settings = read(Files.readString(Queries.home().resolve("data/notify.example.yaml")));
        assertThat(settings.channels()).extracting(Channel::name).containsExactly("phone", "mail", "slack", "own");
        assertThat(settings.routing().quiet()).contains(new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0)));
        assertThat(settings.routing().digest()).contains(LocalTime.of(8, 0));
        assertThat(settings.channels().get(0).topics()).containsExactlyInAnyOrder(Topic.RED, Topic.RESOLVED);
        assertThat(settings.channels().get(2).topics()).containsExactlyInAnyOrder(Topic.values());
        assertThat(((Channel.Mail) settings.channels().get(1)).port()).isEqualTo(587);
        assertThat(settings.variables())
                .containsExactly("TELEGRAM_TOKEN", "SMTP_PASSWORD", "SLACK_WEBHOOK_URL", "WEBHOOK_AUTHORIZATION");
    }

    @Test
    void what_is_left_out_has_its_usual_value() throws IOException {
        Routing routing = read("channels:\n" + TELEGRAM).routing();
        assertThat(routing).isEqualTo(Routing.USUAL);
        assertThat(routing.warnings()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void a_daily_message_can_be_switched_off() throws IOException {
        Routing routing = read("digest_at: never\nheartbeat_at: 7:30\nchannels:\n" + TELEGRAM)
                .routing();
        assertThat(routing.digest()).isEmpty();
        assertThat(routing.heartbeat()).isEqualTo(Optional.of(LocalTime.of(7, 30)));
    }

    @Test
    void a_mistyped_key_is_said_with_its_line_and_the_nearest() {
        wrong(
                "zone: UTC\nyelow_within: 5m\nchannels:\n" + TELEGRAM,
                ":2: there is no key \"yelow_within\": did you mean \"yellow_within\"?");
        wrong(
                "channels:\n  - kind: telegram\n    chatt: 1\n    token_env: T\n",
                ":3: there is no key \"chatt\": did you mean \"chat\"?");
    }

    @Test
    void a_value_that_cannot_be_is_said_with_what_was_expected() {
        String channels = "channels:\n" + TELEGRAM;
        wrong("zone: Berlin\n" + channels, ":1: zone: found \"Berlin\", a zone such as Europe/Berlin");
        wrong("repeat_red: soon\n" + channels, ":1: repeat_red: found \"soon\", a length such as 15m");
        wrong("digest_at: noon\n" + channels, ":1: digest_at: found \"noon\", a time of day such as 08:00", "or never");
        wrong("quiet: 22:00\n" + channels, ":1: quiet: found \"22:00\", hours such as 22:00-07:00");
        wrong("quiet: 07:00-07:00\n" + channels, ":1: quiet: it begins when it ends");
        wrong("link: reports\n" + channels, ":1: link: an address");
        wrong("channels:\n  - kind: pigeon\n", ":2: kind: found \"pigeon\", one of webhook, slack");
        wrong("channels:\n" + TELEGRAM + "    send: [red, green]\n", ":5: send: found \"green\", one of red, yellow");
        wrong("channels:\n" + TELEGRAM + TELEGRAM, "a second channel is called \"telegram\"");
        wrong("zone: UTC\n", "there are no channels");
        wrong("zone: UTC\nzone: UTC\n", "");
        wrong("channels: [\n", "YAML was expected");
    }

    @Test
    void without_the_file_it_is_said_what_to_copy() {
        assertThatThrownBy(() -> Settings.read(data))
                .hasMessage(data.resolve("notify.yaml")
                        + ": there is no such file: copy data/notify.example.yaml there and adapt it");
    }

    @Test
    void a_secret_in_the_file_is_refused_with_advice_and_never_shown() {
        String secret = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw";
        wrong(
                        "channels:\n  - kind: telegram\n    chat: 1\n    token: " + secret + "\n",
                        ":4: token: a secret does not belong into this file",
                        "token_env: TELEGRAM_TOKEN")
                .hasMessageNotContaining(secret);
        wrong(
                        "channels:\n  - kind: telegram\n    chat: 1\n    token_env: " + secret + "\n",
                        ":4: token_env: the name of an environment variable in capitals")
                .hasMessageNotContaining(secret);
        wrong(
                        "channels:\n  - kind: mail\n    host: h\n    user: u\n    password: hunter2\n",
                        "password_env: SMTP_PASSWORD")
                .hasMessageNotContaining("hunter2");
        wrong(
                        "channels:\n"
                                + "  - kind: mail\n"
                                + "    host: h\n"
                                + "    user: u\n"
                                + "    password_env: hunter2\n"
                                + "    from: a@b.c\n"
                                + "    to: a@b.c\n",
                        ":5: password_env")
                .hasMessageNotContaining("hunter2");
        for (String url : new String[] {
            "https://hooks.slack.com/services/T000/B000/XXXX",
            "https://discord.com/api/webhooks/1/XXXX",
            "https://me:XXXX@example.org/",
            "https://example.org/hook?token=XXXX"
        }) {
            wrong("channels:\n  - kind: webhook\n    url: " + url + "\n", ":3: url: who knows this address", "url_env")
                    .hasMessageNotContaining("XXXX");
        }
        wrong("channels:\n  - kind: slack\n    url: https://example.org/XXXX\n", ":3: url: who knows this address")
                .hasMessageNotContaining("XXXX");
    }

    @Test
    void broken_yaml_does_not_show_its_lines() {
        wrong("channels:\n  - kind: telegram\n    token: hunter2: hunter3\n", ":3: YAML was expected")
                .hasMessageNotContaining("hunter");
    }

    @Test
    void a_password_is_not_sent_unencrypted_over_the_net() throws IOException {
        String mail = "channels:\n"
                + "  - kind: mail\n"
                + "    host: %s\n"
                + "    security: none\n"
                + "    user: u\n"
                + "    password_env: P\n"
                + "    from: a@b.c\n"
                + "    to: a@b.c\n";
        wrong(String.format(mail, "smtp.example.org"), ":4: security: a password would go over the net unencrypted");
        assertThat(read(String.format(mail, "localhost")).channels()).hasSize(1);
    }

    @Test
    void a_token_or_a_header_is_not_sent_unencrypted_over_the_net() throws IOException {
        String hook = "channels:\n  - kind: webhook\n    url: http://%s/in\n    authorization_env: A\n";
        wrong(String.format(hook, "example.org"), ":3: url: a secret would go over the net unencrypted");
        wrong(
                "channels:\n" + TELEGRAM + "    server: http://example.org\n",
                ":5: server: a secret would go over the net");
        assertThat(read(String.format(hook, "localhost:8080")).channels()).hasSize(1);
        wrong(
                "channels:\n  - kind: webhook\n    url: example.org/in\n",
                ":3: url: an address that begins with https://");
    }

    @Test
    void an_address_cannot_smuggle_a_header() {
        wrong(
                "channels:\n  - kind: mail\n    host: h\n    from: \"a@b.c\\r\\nBcc: x@y.z\"\n    to: a@b.c\n",
                ":4: from: found");
    }
}
