package dev.candor.access.internal;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is signed in survives a restart, and is known to every machine of this service. */
@Configuration(proxyBeanMethods = false)
class SessionsInTheDatabase {

  /**
   * Transactions that say not whose they are, since that is read in them; the tables of sessions
   * have no policies. Only Spring Session asks for it, by its name.
   */
  @Bean(defaultCandidate = false)
  static TransactionOperations springSessionTransactionOperations(DataSource dataSource) {
    var transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
    transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    return transactions;
  }

  /** Two windows that open at once after signing in both write the session's first attribute. */
  @Bean
  static SessionRepositoryCustomizer<JdbcIndexedSessionRepository> whoeverIsFirst() {
    return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
  }
}
