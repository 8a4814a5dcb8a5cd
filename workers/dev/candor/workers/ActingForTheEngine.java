package dev.candor.workers;

import dev.candor.access.Acting;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.api.response.ActivatedJob;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.annotation.AnnotationUtils;

/**
 * Every worker acts as the service by the name of its job's type, on the one case that the job
 * names in {@code caseReference}: no row of another case is seen or written.
 */
@Configuration(proxyBeanMethods = false)
class ActingForTheEngine implements MethodInterceptor {

  private static final String CASE_REFERENCE = "caseReference";

  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static Advisor workersActForTheEngine() {
    return new DefaultPointcutAdvisor(
        AnnotationMatchingPointcut.forMethodAnnotation(JobWorker.class), new ActingForTheEngine());
  }

  @Override
  public @Nullable Object invoke(MethodInvocation work) throws Throwable {
    var type = jobType(work.getMethod());
    var reference =
        Arrays.stream(work.getArguments())
            .map(ActingForTheEngine::caseOf)
            .flatMap(Optional::stream)
            .findFirst();
    return reference.isPresent()
        ? Acting.asServiceOn(type, reference.get(), work::proceed)
        : Acting.asService(type, work::proceed);
  }

  private static String jobType(Method method) {
    return Objects.requireNonNull(AnnotationUtils.findAnnotation(method, JobWorker.class)).type();
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
