package dev.candor.cases.internal;

import dev.candor.access.Acting;
import dev.candor.access.Person;
import dev.candor.access.PersonId;
import dev.candor.access.Role;
import dev.candor.cases.CaseReference;
import dev.candor.cases.Flag;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.ComposablePointcut;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * Stands in for the door and for the workers where the register is tested alone: a call that names
 * a person is that person's, one that names a case only is the service's on that case. Not
 * annotated as a configuration: the whole service, which scans this package, must say itself whose
 * its calls are.
 */
class WhomTheCallNames implements MethodInterceptor {

  private static final String SERVICE = "candor.find-precedents";

  @Bean
  @org.springframework.context.annotation.Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static Advisor callsAreOfWhomTheyName() {
    var components =
        new ComposablePointcut(
            type ->
                type.getPackage().equals(WhomTheCallNames.class.getPackage())
                    && type.isAnnotationPresent(Component.class));
    var advisor = new DefaultPointcutAdvisor(components, new WhomTheCallNames());
    advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return advisor;
  }

  @Override
  public Object invoke(MethodInvocation call) throws Throwable {
    if (Acting.current().isPresent()) {
      return call.proceed();
    }
    var person = argument(call, Person.class).or(() -> flagger(call));
    if (person.isPresent()) {
      return Acting.as(person.get(), call::proceed);
    }
    var reference = argument(call, CaseReference.class).map(CaseReference::value);
    return reference.isPresent()
        ? Acting.asServiceOn(SERVICE, reference.get(), call::proceed)
        : call.proceed();
  }

  private static Optional<Person> flagger(MethodInvocation call) {
    return argument(call, Flag.class)
        .flatMap(flag -> argument(call, PersonId.class))
        .map(id -> new Person(id, id.value(), "", Set.of(Role.EMPLOYEE), Set.of(), ZoneOffset.UTC));
  }

  private static <T> Optional<T> argument(MethodInvocation call, Class<T> type) {
    return Arrays.stream(call.getArguments()).filter(type::isInstance).map(type::cast).findFirst();
  }
}
