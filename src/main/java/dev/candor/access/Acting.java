package dev.candor.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf this thread works, where it is not simply the person who is signed in. The
 * database shows a transaction the rows that its identity needs to know: name it before the
 * transaction begins. What is named here counts until the work ends, and for this thread only.
 */
public final class Acting {

  private static final ThreadLocal<@Nullable Identity> IDENTITY = new ThreadLocal<>();

  private Acting() {}

  /** What is done under an identity. */
  @FunctionalInterface
  public interface Work<T extends @Nullable Object, E extends Throwable> {
    T run() throws E;
  }

  public static <T extends @Nullable Object, E extends Throwable> T as(
      Person person, Work<T, E> work) throws E {
    return under(Identity.of(person), work);
  }

  /**
   * The service itself, without any case: it sees its own outbox.
   *
   * @param service what of the service it is; the policies in the database know it by this name
   */
  public static <T extends @Nullable Object, E extends Throwable> T asService(
      String service, Work<T, E> work) throws E {
    return under(new Identity(null, service, null), work);
  }

  /** The service itself, at work on this one case. */
  public static <T extends @Nullable Object, E extends Throwable> T asServiceOn(
      String service, String reference, Work<T, E> work) throws E {
    return under(new Identity(null, service, reference), work);
  }

  /** What was named last on this thread. */
  public static Optional<Identity> current() {
    return Optional.ofNullable(IDENTITY.get());
  }

  private static <T extends @Nullable Object, E extends Throwable> T under(
      Identity identity, Work<T, E> work) throws E {
    var before = IDENTITY.get();
    IDENTITY.set(identity);
    try {
      return work.run();
    } finally {
      if (before == null) {
        IDENTITY.remove();
      } else {
        IDENTITY.set(before);
      }
    }
  }
}
