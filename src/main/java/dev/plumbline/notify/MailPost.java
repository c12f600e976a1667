package dev.plumbline.notify;

import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/** Sends a message as a mail: text and HTML, the page attached. */
final class MailPost {

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH);

    private final Channel.Mail channel;
    private final Secrets secrets;
    private final Patience patience;
    private final Properties besides;

    MailPost(Channel.Mail channel, Secrets secrets, Patience patience, Properties besides) {
        this.channel = channel;
        this.secrets = secrets;
        this.patience = patience;
        this.besides = besides;
    }

    Delivery send(Message message) {
        Session session = session();
        String problem = "";
        for (int attempt = 1; attempt <= patience.attempts(); attempt++) {
            try {
                Transport.send(mail(session, message));
                return Delivery.done();
            } catch (AuthenticationFailedException e) {
                // a server may repeat what it was sent, in Base64
                return Delivery.failed("the mail server refused user or password: "
                        + said(e).replaceAll("[A-Za-z0-9+/=_-]{16,}", "•••"));
            } catch (SendFailedException e) {
                Address[] reached =
                        Optional.ofNullable(e.getValidSentAddresses()).orElse(new Address[0]);
                String refused = addresses(e.getInvalidAddresses(), e.getValidUnsentAddresses());
                if (reached.length > 0) {
                    return new Delivery(true, "not delivered to " + refused);
                }
                problem = isCutOff(e)
                        ? "the mail server hung up"
                        : "the mail server refused " + (refused.isEmpty() ? "the mail" : refused) + ": " + said(e);
                if (!isPassing(e)) {
                    return Delivery.failed(problem);
                }
            } catch (MessagingException e) {
                problem = "no connection to " + channel.host() + ":" + channel.port() + ", or it broke: " + said(e);
                if (!(e.getNextException() instanceof IOException)) {
                    return Delivery.failed(problem);
                }
            }
            if (attempt < patience.attempts()) {
                try {
                    Thread.sleep(patience.pause(attempt).toMillis());
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return Delivery.failed("interrupted");
                }
            }
        }
        return Delivery.failed(problem + " (tried " + patience.attempts() + " times)");
    }

    private Session session() {
        String millis = Long.toString(patience.timeout().toMillis());
        Properties properties = new Properties();
        properties.put("mail.transport.protocol", "smtp");
        properties.put("mail.smtp.host", channel.host());
        properties.put("mail.smtp.port", Integer.toString(channel.port()));
        properties.put("mail.smtp.connectiontimeout", millis);
        properties.put("mail.smtp.timeout", millis);
        properties.put("mail.smtp.writetimeout", millis);
        properties.put("mail.smtp.sendpartial", "true");
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        if (channel.security() == Channel.Security.STARTTLS) {
            properties.put("mail.smtp.starttls.enable", "true");
            properties.put("mail.smtp.starttls.required", "true");
        }
        if (channel.security() == Channel.Security.TLS) {
            properties.put("mail.smtp.ssl.enable", "true");
        }
        properties.putAll(besides);
        if (channel.user().isEmpty()) {
            return Session.getInstance(properties);
        }
        properties.put("mail.smtp.auth", "true");
        return Session.getInstance(properties, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(
                        channel.user().orElseThrow(),
                        secrets.value(channel.password().orElseThrow()));
            }
        });
    }

    private MimeMessage mail(Session session, Message message) throws MessagingException {
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(Forms.plain(message), "UTF-8");
        MimeBodyPart html = new MimeBodyPart();
        html.setText(Forms.html(message), "UTF-8", "html");
        MimeBodyPart both = new MimeBodyPart();
        both.setContent(new MimeMultipart("alternative", plain, html));
        MimeMultipart whole = new MimeMultipart("mixed", both);
        for (Message.Page report : channel.attach() ? message.pages() : List.<Message.Page>of()) {
            MimeBodyPart page = new MimeBodyPart();
            page.setText(report.html(), "UTF-8", "html");
            page.setFileName(report.name());
            whole.addBodyPart(page);
        }
        MimeMessage mail = new MimeMessage(session);
        mail.setFrom(new InternetAddress(channel.from(), true));
        for (String to : channel.to()) {
            mail.addRecipient(jakarta.mail.Message.RecipientType.TO, new InternetAddress(to, true));
        }
        mail.setSubject(Seen.plain(message.subject()), "UTF-8");
        mail.setHeader("Date", DATE.format(ZonedDateTime.now(ZoneOffset.UTC)));
        mail.setHeader("Auto-Submitted", "auto-generated");
        mail.setContent(whole);
        mail.saveChanges();
        return mail;
    }

    /** Whether the server said that it may work later. */
    private static boolean isPassing(SendFailedException problem) {
        return isCutOff(problem)
                || (problem instanceof SMTPSendFailedException sent && sent.getReturnCode() / 100 == 4);
    }

    /** Whether it was no answer of the server at all. */
    private static boolean isCutOff(SendFailedException problem) {
        return problem.getNextException() instanceof IOException
                || (problem instanceof SMTPSendFailedException sent && sent.getReturnCode() < 0);
    }

    private static String addresses(Address @Nullable []... lists) {
        return Arrays.stream(lists)
                .flatMap(list -> Optional.ofNullable(list).stream())
                .flatMap(Arrays::stream)
                .map(Address::toString)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** The innermost reason, on one line. */
    private static String said(MessagingException problem) {
        Exception at = problem;
        while (at instanceof MessagingException outer && outer.getNextException() != null) {
            at = outer.getNextException();
        }
        return Seen.plain(Optional.ofNullable(at.getMessage()).orElseGet(at::toString));
    }
}
