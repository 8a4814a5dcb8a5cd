package dev.candor.notification.internal;

import dev.candor.access.People;
import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.notification.Readers;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.annotation.AnnotationTransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionInterceptor;

/** All that delivers letters, without the rest of the service: on this database, to this server. */
final class PostalService implements AutoCloseable {

  private final List<Deliveries> deliveries;

  PostalService(DataSource database, int smtpPort, Duration patience, int atOnce) {
    var settings =
        new MailSettings(
            0,
            0,
            "candor@candor.example",
            Duration.ofMillis(20),
            Duration.ofMillis(5),
            Duration.ofMillis(10),
            Duration.ofMillis(100),
            Duration.ofDays(1),
            atOnce,
            patience,
            Duration.ofDays(30),
            null);
    var jdbc = JdbcClient.create(database);
    var outbox = inTransactions(new MailOutbox(jdbc, Clock.systemUTC(), settings), database);
    var sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    sender.setPort(smtpPort);
    var postOffice =
        new PostOffice(
            sender,
            new StaticListableBeanFactory().getBeanProvider(BuiltInMailServer.class),
            new Everybody(),
            new WhoMayHear(PostalService::all),
            (report, occasion, reader) -> Optional.empty(),
            new LetterWriter(
                new PublicUrl(new MockEnvironment()),
                new SeenLinks(new byte[32], Duration.ofDays(30), Clock.systemUTC())),
            new Digests(jdbc, Clock.systemUTC()),
            settings,
            Clock.systemUTC());
    this.deliveries =
        Stream.of(false, true)
            .map(
                repeats -> new Deliveries(outbox, postOffice, settings, Clock.systemUTC(), repeats))
            .toList();
  }

  private static Map<String, Readers.Hearing> all(Person person, Set<String> references) {
    return references.stream()
        .collect(Collectors.toUnmodifiableMap(one -> one, one -> Readers.Hearing.ALL));
  }

  /** As in the service: what was sent and what was not tried is noted in one. */
  private static MailOutbox inTransactions(MailOutbox outbox, DataSource database) {
    var proxies = new ProxyFactory(outbox);
    proxies.addAdvice(
        new TransactionInterceptor(
            new JdbcTransactionManager(database), new AnnotationTransactionAttributeSource(false)));
    return (MailOutbox) proxies.getProxy();
  }

  /** Whose letters go out by hand, before all is started. */
  Deliveries firstAttempts() {
    return deliveries.getFirst();
  }

  PostalService start() {
    deliveries.forEach(one -> one.courier().start());
    return this;
  }

  @Override
  public void close() {
    deliveries.forEach(one -> one.courier().stop());
    deliveries.forEach(Deliveries::close);
  }

  /** Whoever is written to; who is called by an address has that one. */
  private static final class Everybody implements People {

    @Override
    public Optional<Person> find(PersonId id) {
      var name = id.value();
      var address = name.contains("@") ? name : name + "@candor.example";
      return Optional.of(new Person(id, name, address, Set.of(), Set.of(), ZoneOffset.UTC));
    }

    @Override
    public List<Person> inGroup(String group) {
      return List.of();
    }

    @Override
    public List<Person> all() {
      return List.of();
    }
  }
}
