package dev.candor.support;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

/** Calls that begin together, as from people who do not know of each other. */
public final class AtTheSameMoment {

  private AtTheSameMoment() {}

  /** What each answered, in the order of the calls. */
  public static <T> List<T> doAll(List<? extends Callable<T>> calls) throws Exception {
    var barrier = new CyclicBarrier(calls.size());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var waiting =
          calls.stream()
              .<Callable<T>>map(
                  call ->
                      () -> {
                        barrier.await();
                        return call.call();
                      })
              .toList();
      var answers = new ArrayList<T>();
      for (var answer : threads.invokeAll(waiting)) {
        answers.add(answer.get());
      }
      return answers;
    }
  }
}
