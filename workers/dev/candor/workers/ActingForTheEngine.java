package dev.candor.workers;

import dev.candor.access.Acting;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.lang.reflect.Method;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every worker acts as the service by the name of its job's type, on the one case that the job
 * names in {@code caseReference}: no row of another case is seen or written. What it changes is one
 * transaction, there as a whole or not at all before the engine hears that the job is done. Whoever
 * speaks to the engine meanwhile says otherwise, so that no transaction waits for it: it answers
 * the engine itself, or is {@link Transactional} in a way of its own.
 */
@Configuration(proxyBeanMethods = false)
class ActingForTheEngine implements MethodInterceptor {

  private static final String CASE_REFERENCE = "caseReference";

  private final ObjectProvider<TransactionTemplate> transaction;
  private final Map<Method, Manner> manners = new ConcurrentHashMap<>();

  /**
   * How a worker's method is to be called.
   *
   * @param type of its jobs
   * @param inOneTransaction whether all that it changes is one
   */
  private record Manner(String type, boolean inOneTransaction) {

    static Manner of(Method method) {
      var worker = Objects.requireNonNull(AnnotationUtils.findAnnotation(method, JobWorker.class));
      var hasItsOwn = AnnotationUtils.findAnnotation(method, Transactional.class) != null;
      return new Manner(worker.type(), worker.autoComplete() && !hasItsOwn);
    }
  }

  /**
   * @param transaction asked for when the first job comes: advisors are there before it is
   */
  ActingForTheEngine(ObjectProvider<TransactionTemplate> transaction) {
    this.transaction = transaction;
  }

  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static Advisor workersActForTheEngine(ObjectProvider<TransactionTemplate> transaction) {
    return new DefaultPointcutAdvisor(
        AnnotationMatchingPointcut.forMethodAnnotation(JobWorker.class),
        new ActingForTheEngine(transaction));
  }

  @Override
  public @Nullable Object invoke(MethodInvocation work) throws Throwable {
    var manner = manners.computeIfAbsent(work.getMethod(), Manner::of);
    Acting.Work<@Nullable Object, Throwable> job =
        manner.inOneTransaction() ? () -> inOneTransaction(work) : work::proceed;
    var reference =
        Arrays.stream(work.getArguments())
            .map(ActingForTheEngine::caseOf)
            .flatMap(Optional::stream)
            .findFirst();
    return reference.isPresent()
        ? Acting.asServiceOn(manner.type(), reference.get(), job)
        : Acting.asService(manner.type(), job);
  }

  private @Nullable Object inOneTransaction(MethodInvocation work) {
    return transaction
        .getObject()
        .execute(
            status -> {
              try {
                return work.proceed();
              } catch (RuntimeException | Error trouble) {
                throw trouble;
              } catch (Throwable checked) {
                throw new UndeclaredThrowableException(checked);
              }
            });
  }

  private static Optional<String> caseOf(@Nullable Object argument) {
    if (argument instanceof ActivatedJob job) {
      return Optional.ofNullable((String) job.getVariablesAsMap().get(CASE_REFERENCE));
    }
    return argument instanceof OfACase named
        ? Optional.ofNullable(named.caseReference())
        : Optional.empty();
  }
}
