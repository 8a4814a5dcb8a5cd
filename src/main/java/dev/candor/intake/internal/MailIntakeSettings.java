package dev.candor.intake.internal;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The box that mails are forwarded to.
 *
 * @param address it is reached by
 * @param host of its IMAP server, spoken to by TLS; null: the server in this JVM, and none where
 *     mail goes elsewhere
 * @param port of that server
 * @param sslBundle by which it is trusted, one of {@code spring.ssl.bundle}; null: as this JVM
 *     trusts servers
 * @param user its login; the address where none is named
 * @param password of that login
 * @param folder that mails arrive in; they are deleted there when they were taken
 * @param interval between two looks at it
 * @param largest mail that is taken
 * @param atATime mails that are taken at a look, before they are deleted in the box
 */
@ConfigurationProperties("candor.intake.mail")
record MailIntakeSettings(
    @DefaultValue("flags@candor.example") String address,
    @Nullable String host,
    @DefaultValue("993") int port,
    @Nullable String sslBundle,
    @Nullable String user,
    @DefaultValue("candor") String password,
    @DefaultValue("INBOX") String folder,
    @DefaultValue("5s") Duration interval,
    @DefaultValue("25MB") DataSize largest,
    @DefaultValue("50") int atATime) {

  String login() {
    return user == null ? address : user;
  }
}
