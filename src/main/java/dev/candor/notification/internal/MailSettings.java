package dev.candor.notification.internal;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Mail, and the mail server of this JVM that is used while {@code spring.mail.host} is not set.
 *
 * @param smtpPort of the server in this JVM; 0 = any free
 * @param imapPort of the server in this JVM; 0 = any free
 * @param from the sender's address
 * @param outboxInterval how often the outbox is looked at when nobody calls
 * @param gathering how long at most a letter waits for others, and an eighth of it when none comes:
 *     those to one reader go by one line
 * @param firstRetry wait after the first failure; doubled with each further one
 * @param lastRetry longest wait between two attempts
 * @param giveUpAfter age at which a mail that cannot be delivered is not tried any more
 * @param atOnce how many first attempts are under way at the same time, and how many repeats
 * @param patience with a mail server, for one letter; then the line is cut and it is tried again
 * @param linkLifetime how long the link in a letter works, by which it is said to be seen
 * @param linkKeyFile the secret that signs such links; null: in the data directory
 */
@ConfigurationProperties("candor.mail")
record MailSettings(
    @DefaultValue("3025") int smtpPort,
    @DefaultValue("3143") int imapPort,
    @DefaultValue("candor@localhost") String from,
    @DefaultValue("1s") Duration outboxInterval,
    @DefaultValue("2s") Duration gathering,
    @DefaultValue("1s") Duration firstRetry,
    @DefaultValue("15m") Duration lastRetry,
    @DefaultValue("3d") Duration giveUpAfter,
    @DefaultValue("4") int atOnce,
    @DefaultValue("30s") Duration patience,
    @DefaultValue("30d") Duration linkLifetime,
    @Nullable Path linkKeyFile) {

  /**
   * How long letters belong to who claimed them: the last is begun when the patience with one is
   * over, and its line is cut when it is over once more, long before, so that nobody else sends it
   * meanwhile.
   */
  Duration claim() {
    return patience.multipliedBy(3);
  }
}
