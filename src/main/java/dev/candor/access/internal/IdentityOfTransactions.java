package dev.candor.access.internal;

import dev.candor.access.Acting;
import dev.candor.access.Identity;
import dev.candor.database.ServiceAtWork;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Whose a transaction is: what {@link Acting} says, else who is signed in, else nobody's. */
@Configuration(proxyBeanMethods = false)
public class IdentityOfTransactions {

  /**
   * @param signedIn not there where a test builds a module alone
   */
  @Bean
  PlatformTransactionManager transactionManager(
      DataSource dataSource, ObjectProvider<SignedInPerson> signedIn) {
    return new IdentifiedTransactions(
        dataSource,
        () ->
            Acting.current().or(() -> signedIn(signedIn.getIfAvailable())).orElse(Identity.NOBODY));
  }

  /** Nobody who is signed in is the service. */
  @Bean
  static ServiceAtWork serviceAtWork() {
    return () -> Acting.current().map(Identity::service).isPresent();
  }

  private static Optional<Identity> signedIn(@Nullable SignedInPerson person) {
    return person == null ? Optional.empty() : person.ifAny().map(Identity::of);
  }
}
