package dev.candor.insight.internal;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What ended on one day, in columns: 18 bytes a row, and 4 for each of its figures; in the order of
 * their cases, so that those of a few are found without looking at all. Never changed.
 */
final class EndedDay {

  static final EndedDay NONE = new EndedDay(0, 0);

  private static final int ONE = 1;

  /** Enough for the rows of a day. */
  private static final int BITS_OF_A_ROW = 24;

  /** Of each row, the reference as a number. */
  private final long[] cases;

  /** Milliseconds since the day began, in UTC. */
  private final int[] endedAt;

  private final short[] elements;
  private final int[] together;

  /** Those of the first row, then those of the second. */
  private final int[] figures;

  private EndedDay(int size, int figures) {
    this.cases = new long[size];
    this.endedAt = new int[size];
    this.elements = new short[size];
    this.together = new int[size];
    this.figures = new int[size * figures];
  }

  /**
   * @param number of the case's reference
   * @param endedAt milliseconds since the day began, in UTC
   * @param element by {@link Codes}
   * @param together by {@link ValuesTogether}
   */
  record Row(long number, int endedAt, short element, int together, int[] figures) {}

  /** Is told rows without an object for each. */
  interface Reader {

    /**
     * @param number of the case
     * @param figures of many rows: this one's begin at {@code first}
     */
    void read(long number, short element, int together, int[] figures, int first);
  }

  static EndedDay of(Iterable<Row> rows) {
    var gathered = new Gathered();
    rows.forEach(gathered::add);
    return gathered.done();
  }

  int size() {
    return cases.length;
  }

  /** Without the rows of these cases. The same one where it has none. */
  EndedDay without(long[] sortedNumbers) {
    if (Arrays.stream(sortedNumbers).noneMatch(number -> Arrays.binarySearch(cases, number) >= 0)) {
      return this;
    }
    int[] kept =
        IntStream.range(0, size())
            .filter(at -> Arrays.binarySearch(sortedNumbers, cases[at]) < 0)
            .toArray();
    var day = new EndedDay(kept.length, width());
    for (int at = 0; at < kept.length; at++) {
      day.copy(at, this, kept[at], ONE);
    }
    return day;
  }

  /** With all rows of the other one. */
  EndedDay and(EndedDay more) {
    if (size() == 0 || more.size() == 0) {
      return size() == 0 ? more : this;
    }
    var day = new EndedDay(size() + more.size(), width());
    int here = 0;
    int there = 0;
    for (int at = 0; at < day.size(); at++) {
      boolean isNext = there == more.size() || (here < size() && cases[here] <= more.cases[there]);
      day.copy(at, isNext ? this : more, isNext ? here++ : there++, ONE);
    }
    return day;
  }

  /**
   * @param from milliseconds since the day began
   * @param to belongs to it no more
   * @param isChosen by the number of the values together
   */
  void read(long from, long to, boolean[] isChosen, Reader reader) {
    int width = width();
    for (int at = 0; at < size(); at++) {
      if (isChosen[together[at]] && endedAt[at] >= from && endedAt[at] < to) {
        reader.read(cases[at], elements[at], together[at], figures, at * width);
      }
    }
  }

  private int width() {
    return size() == 0 ? 0 : figures.length / size();
  }

  private void copy(int at, EndedDay from, int there, int rows) {
    System.arraycopy(from.cases, there, cases, at, rows);
    System.arraycopy(from.endedAt, there, endedAt, at, rows);
    System.arraycopy(from.elements, there, elements, at, rows);
    System.arraycopy(from.together, there, together, at, rows);
    int width = from.width();
    System.arraycopy(from.figures, there * width, figures, at * width, rows * width);
  }

  /** Rows as they come, each with as many figures. */
  static final class Gathered {

    private EndedDay rows = NONE;
    private int size;

    void add(Row row) {
      if (size == rows.size()) {
        var larger = new EndedDay(Math.max(16, size * 2), row.figures().length);
        larger.copy(0, rows, 0, size);
        rows = larger;
      }
      int width = row.figures().length;
      rows.cases[size] = row.number();
      rows.endedAt[size] = row.endedAt();
      rows.elements[size] = row.element();
      rows.together[size] = row.together();
      System.arraycopy(row.figures(), 0, rows.figures, size * width, width);
      size++;
    }

    EndedDay done() {
      var order =
          IntStream.range(0, size).mapToLong(at -> rows.cases[at] << BITS_OF_A_ROW | at).toArray();
      Arrays.sort(order);
      var day = new EndedDay(size, rows.width());
      for (int at = 0; at < size; at++) {
        day.copy(at, rows, (int) order[at] & (1 << BITS_OF_A_ROW) - 1, ONE);
      }
      return day;
    }
  }
}
