package dev.candor.support;

import static java.util.Comparator.comparing;

import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.Order;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.annotation.AnnotatedElementUtils;

/**
 * Tests that need no service come before those that do: a service that was started once for many
 * tests goes on working until the last of them, beside all others. Where two classes run at a time,
 * the longest says {@link Order}, so that it does not begin last.
 */
public final class ServicesLast implements ClassOrderer {

  @Override
  public void orderClasses(ClassOrdererContext context) {
    context
        .getClassDescriptors()
        .sort(
            comparing(ServicesLast::needsService)
                .thenComparing(ServicesLast::wantsNothingBeside)
                .thenComparing(ServicesLast::order));
  }

  private static int order(ClassDescriptor tests) {
    return tests.findAnnotation(Order.class).map(Order::value).orElse(Order.DEFAULT);
  }

  /** By then there is little left to wait for. */
  private static boolean wantsNothingBeside(ClassDescriptor tests) {
    return tests.isAnnotated(NothingBeside.class);
  }

  private static boolean needsService(ClassDescriptor tests) {
    return AnnotatedElementUtils.hasAnnotation(tests.getTestClass(), SpringBootTest.class);
  }
}
